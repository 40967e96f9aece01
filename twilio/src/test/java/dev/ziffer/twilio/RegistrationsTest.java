package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.twilio.AccountException.Reason;
import dev.ziffer.twilio.Registration.Objection;
import dev.ziffer.twilio.Registration.State;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the account may send to the United States. */
final class RegistrationsTest {

    private static final String NUMBER = "PN0123456789abcdef0123456789abcdef";

    @AutoClose
    private final TwilioServer twilio = new TwilioServer();

    private final TestAccount test = new TestAccount(twilio.origin());

    RegistrationsTest() throws IOException {}

    private Registrations registrations() {
        return test.open().registrations();
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, PENDING",
        "IN_PROGRESS, PENDING",
        "VERIFIED, APPROVED",
        "FAILED, REJECTED",
        "SUSPENDED, REJECTED",
        "SOMETHING_NEW, PENDING",
    })
    void tellsHowFarACampaignIs(String status, State state) throws Exception {
        twilio.replies(200, campaigns(campaign(status, "")));

        Registration campaign = registrations().campaign(Configs.SERVICE_SID);

        assertThat(campaign.state()).isEqualTo(state);
        assertThat(campaign.status()).isEqualTo(status);
        assertThat(twilio.requests().getFirst().path())
                .isEqualTo("/v1/Services/" + Configs.SERVICE_SID + "/Compliance/Usa2p");
        assertThat(test.products).containsExactly("messaging");
    }

    @Test
    void tellsWhyACampaignWasRejected() throws Exception {
        twilio.replies(200, campaigns(campaign("FAILED", """
                {"error_code": 30897, "fields": ["MESSAGE_FLOW"], "url": "https://www.twilio.com/docs/api/errors/30897",
                 "description": "Disallowed content."}
                """)));

        assertThat(registrations().campaign(Configs.SERVICE_SID).objections())
                .containsExactly(new Objection(OptionalInt.of(30897), "Disallowed content.", List.of("MESSAGE_FLOW")));
    }

    @Test
    void anApprovedCampaignCountsMoreThanOneThatFailedBefore() throws Exception {
        twilio.replies(200, campaigns(campaign("FAILED", "") + "," + campaign("VERIFIED", "")));

        assertThat(registrations().campaign(Configs.SERVICE_SID).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void withoutACampaignThereIsNone() throws Exception {
        twilio.replies(200, campaigns("")).replies(404, "{\"code\": 20404}");

        assertThat(registrations().campaign(Configs.SERVICE_SID)).isEqualTo(Registration.NONE);
        assertThat(registrations().campaign(Configs.SERVICE_SID)).isEqualTo(Registration.NONE);
    }

    @Test
    void aCampaignThatCannotBeReadIsNotTakenForNone() {
        twilio.replies(200, campaigns("{\"sid\": \"QE1\"}"));

        assertThat(catchThrowableOfType(
                                AccountException.class, () -> registrations().campaign(Configs.SERVICE_SID))
                        .reason())
                .isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_REVIEW, PENDING",
        "IN_REVIEW, PENDING",
        "TWILIO_APPROVED, APPROVED",
        "TWILIO_REJECTED, REJECTED",
    })
    void tellsHowFarATollFreeVerificationIs(String status, State state) throws Exception {
        twilio.replies(200, verifications("{\"sid\": \"HH1\", \"status\": \"" + status + "\"}"));

        assertThat(registrations().tollFree(NUMBER).state()).isEqualTo(state);
        assertThat(twilio.requests().getFirst().path()).isEqualTo("/v1/Tollfree/Verifications");
        assertThat(twilio.requests().getFirst().query()).isEqualTo("TollfreePhoneNumberSid=" + NUMBER);
    }

    @Test
    void tellsWhyATollFreeVerificationWasRejected() throws Exception {
        twilio.replies(200, verifications("""
                        {"status": "TWILIO_REJECTED", "rejection_reason": "Old.", "error_code": 30469,
                         "rejection_reasons": [{"reason": "No opt-in.", "code": 30513}]}
                        """)).replies(200, verifications("""
                        {"status": "TWILIO_REJECTED", "rejection_reason": "Old.", "error_code": 30469,
                         "rejection_reasons": null}
                        """));

        assertThat(registrations().tollFree(NUMBER).objections())
                .containsExactly(new Objection(OptionalInt.of(30513), "No opt-in.", List.of()));
        assertThat(registrations().tollFree(NUMBER).objections())
                .containsExactly(new Objection(OptionalInt.of(30469), "Old.", List.of()));
    }

    @Test
    void whatIsNoSidIsNotAskedFor() {
        assertThat(catchThrowableOfType(
                                AccountException.class, () -> registrations().campaign(NUMBER))
                        .reason())
                .isEqualTo(Reason.INVALID_VALUE);
        assertThat(catchThrowableOfType(
                                AccountException.class, () -> registrations().tollFree("+18005550100"))
                        .reason())
                .isEqualTo(Reason.INVALID_VALUE);
        assertThat(twilio.requests()).isEmpty();
    }

    private static String campaign(String status, String errors) {
        return "{\"sid\": \"QE1\", \"campaign_status\": \"" + status + "\", \"errors\": [" + errors + "]}";
    }

    private static String campaigns(String campaigns) {
        return "{\"compliance\": [" + campaigns + "], \"meta\": {\"next_page_url\": null, \"key\": \"compliance\"}}";
    }

    private static String verifications(String verification) {
        return "{\"verifications\": [" + verification + "], \"meta\": {\"next_page_url\": null}}";
    }
}
