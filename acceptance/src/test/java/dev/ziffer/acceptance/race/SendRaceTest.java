package dev.ziffer.acceptance.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Sms;
import dev.ziffer.acceptance.Together;
import dev.ziffer.acceptance.TwilioStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many sends at once. */
@ParameterizedClass
@EnumSource
final class SendRaceTest {

    private static final int ROUNDS = 3;
    private static final int CALLERS = 50;
    private static final int ALLOWED = 10;

    private final Topology topology;

    SendRaceTest(Topology topology) {
        this.topology = topology;
    }

    @RepeatedTest(ROUNDS)
    void reachOneNumberNoOftenerThanAllowedAndWithOneCode() throws Exception {
        Installation installation = topology.shared();
        String phone = Numbers.fresh();

        List<Answer> answers = Together.run(CALLERS, i -> installation.client(i).send(phone));

        List<Sms> messages = installation.twilio().messages(phone);
        assertThat(messages).hasSize(ALLOWED);
        assertThat(messages).extracting(TwilioStandIn::code).containsOnly(TwilioStandIn.code(messages.getFirst()));
        assertThat(Codes.opened(answers)).isEqualTo(ALLOWED);
        assertThat(Codes.with("request.message_rate_limited", answers))
                .hasSize(CALLERS - ALLOWED)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.header("Retry-After"))
                            .get()
                            .satisfies(seconds ->
                                    assertThat(Integer.parseInt(seconds)).isBetween(1, 601));
                });
        assertThat(installation.client().messages(phone)).hasSize(ALLOWED);
        assertThat(installation
                        .client()
                        .verify(phone, installation.twilio().code(phone))
                        .status())
                .isEqualTo(204);
    }

    @RepeatedTest(1)
    void neverExceedTheLimitOfTheInstallationAndCanUseAllOfIt() throws Exception {
        int limit = 40;
        int callers = 120;
        try (Installation installation = topology.start(Map.of("ZIFFER_MAX_SENDS", String.valueOf(limit)))) {
            List<Answer> answers =
                    Together.run(callers, i -> installation.client(i).send(Numbers.fresh()));

            long sent = Codes.opened(answers);
            assertThat(sent).isEqualTo(installation.twilio().messages().size()).isLessThanOrEqualTo(limit);
            assertThat(Codes.with("request.message_rate_limited", answers)).hasSize(callers - Math.toIntExact(sent));

            // A start that races may be refused early; one after another, all that is allowed can be had.
            for (long i = sent; i < limit; i++) {
                assertThat(installation.client().send(Numbers.fresh()).status()).isEqualTo(204);
            }
            assertThat(installation.client().send(Numbers.fresh()).code()).isEqualTo("request.message_rate_limited");
            assertThat(installation.twilio().messages()).hasSize(limit);
        }
    }
}
