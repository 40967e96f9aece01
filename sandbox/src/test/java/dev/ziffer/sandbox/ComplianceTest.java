package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.TollfreeVerification;
import com.twilio.rest.messaging.v1.service.UsAppToPerson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registrations for the United States, through Twilio's official SDK. */
final class ComplianceTest {

    private static final String BRAND = "BN" + "1".repeat(32);
    private static final String LONG = "People ask for a code on acme.example and get it by SMS.";
    private static final List<String> SAMPLES = List.of("123456 is your Acme code.", "654321 is your Acme code.");

    private Sdk sdk;

    @BeforeEach
    void start() throws IOException {
        sdk = new Sdk();
    }

    @AfterEach
    void stop() {
        sdk.close();
    }

    @Test
    void aServiceIsRegisteredOnceAndShowsHowFarItIs() {
        assertThat(UsAppToPerson.reader(Sdk.SERVICE).read(sdk.twilio)).isEmpty();

        var created = create(BRAND, LONG, SAMPLES, "2FA");
        assertThat(created.getSid()).matches("QE[0-9a-f]{32}");
        assertThat(created.getCampaignStatus()).isEqualTo("PENDING");
        assertThat(created.getMessageSamples()).isEqualTo(SAMPLES);
        assertThat(registered()).isFalse();
        assertThat(Sdk.code(() -> create(BRAND, LONG, SAMPLES, "2FA"))).isEqualTo(20409);

        sdk.account("campaign", "VERIFIED");
        assertThat(UsAppToPerson.reader(Sdk.SERVICE).read(sdk.twilio))
                .extracting(UsAppToPerson::getCampaignStatus)
                .containsExactly("VERIFIED");
        assertThat(registered()).isTrue();

        sdk.account("campaign", "FAILED");
        var failed = UsAppToPerson.fetcher(Sdk.SERVICE, created.getSid()).fetch(sdk.twilio);
        assertThat(failed.getErrors()).hasSize(1);
        assertThat(registered()).isFalse();
    }

    @Test
    void aRegistrationIsRefusedThatTwilioWouldRefuse() {
        assertThat(Sdk.code(() -> create("BN1", LONG, SAMPLES, "2FA"))).isEqualTo(20001);
        assertThat(Sdk.code(() -> create(BRAND, "Too short", SAMPLES, "2FA"))).isEqualTo(20001);
        assertThat(Sdk.code(() -> create(BRAND, LONG, SAMPLES.subList(0, 1), "2FA")))
                .isEqualTo(20001);
        assertThat(Sdk.code(() -> create(BRAND, LONG, List.of("short", "shorter"), "2FA")))
                .isEqualTo(20001);
        assertThat(Sdk.code(() -> create(BRAND, LONG, SAMPLES, "OTP"))).isEqualTo(21720);
        assertThat(Sdk.code(() -> UsAppToPerson.reader("MG" + "9".repeat(32)).read(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(Sdk.code(() -> UsAppToPerson.fetcher(Sdk.SERVICE, "QE" + "9".repeat(32))
                        .fetch(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(UsAppToPerson.reader(Sdk.SERVICE).read(sdk.twilio)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PENDING_REVIEW", "IN_REVIEW", "TWILIO_APPROVED", "TWILIO_REJECTED"})
    void theTollFreeNumberIsVerifiedAsFarAsItIsSet(String state) {
        sdk.account("tollfree", state);

        var verifications = TollfreeVerification.reader()
                .setTollfreePhoneNumberSid(Sdk.TOLL_FREE)
                .read(sdk.twilio);
        assertThat(verifications).extracting(one -> one.getStatus().toString()).containsExactly(state);
        String sid = verifications.iterator().next().getSid();
        assertThat(TollfreeVerification.fetcher(sid).fetch(sdk.twilio).getTollfreePhoneNumberSid())
                .isEqualTo(Sdk.TOLL_FREE);
        assertThat(TollfreeVerification.reader()
                        .setTollfreePhoneNumberSid(Sdk.FREE)
                        .read(sdk.twilio))
                .isEmpty();
    }

    private UsAppToPerson create(String brand, String description, List<String> samples, String usecase) {
        return UsAppToPerson.creator(Sdk.SERVICE, brand, description, LONG, samples, usecase, false, false)
                .create(sdk.twilio);
    }

    private boolean registered() {
        return Service.fetcher(Sdk.SERVICE).fetch(sdk.twilio).getUsAppToPersonRegistered();
    }
}
