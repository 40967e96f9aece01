package dev.ziffer.acceptance.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many checks of one code at once. */
@ParameterizedClass
@EnumSource
final class CheckRaceTest {

    private static final int ROUNDS = 3;
    private static final int CALLERS = 200;
    private static final int CAP = 7;

    private final Installation installation;

    CheckRaceTest(Topology topology) throws Exception {
        this.installation = topology.shared();
    }

    @RepeatedTest(ROUNDS)
    void comparesExactlyTheCapOfManyWrongCodes() throws Exception {
        String phone = Numbers.fresh();
        String right = send(phone);

        List<Answer> answers = Together.run(CALLERS, i -> installation.client(i).verify(phone, Codes.wrong(right, i)));

        assertThat(Codes.with("verification_code.code_mismatch", answers))
                .extracting(answer ->
                        answer.json().path("data").path("attemptsLeft").asInt(-1))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        assertThat(Codes.with("verification_code.exceed_max_try", answers)).hasSize(CALLERS - CAP);
        assertThat(installation.client().verify(phone, right).code()).isEqualTo("verification_code.exceed_max_try");
    }

    @RepeatedTest(ROUNDS)
    void opensOnceForManyRightCodes() throws Exception {
        String phone = Numbers.fresh();
        String right = send(phone);

        List<Answer> answers = Together.run(CALLERS, i -> installation.client(i).verify(phone, right));

        assertThat(Codes.opened(answers)).isEqualTo(1);
        assertThat(Codes.with("verification_code.not_found", answers)).hasSize(CALLERS - 1);
    }

    @RepeatedTest(ROUNDS)
    void opensOnceOrComparesTheCapWhenRightAndWrongCodesCome() throws Exception {
        String phone = Numbers.fresh();
        String right = send(phone);

        List<Answer> answers = Together.run(
                CALLERS, i -> installation.client(i).verify(phone, i % 10 == 9 ? right : Codes.wrong(right, i)));

        long opened = Codes.opened(answers);
        int wrong = Codes.with("verification_code.code_mismatch", answers).size();
        assertThat(opened).isLessThanOrEqualTo(1);
        assertThat(wrong).isLessThanOrEqualTo(opened == 1 ? CAP - 1 : CAP);
        assertThat(opened == 1 || wrong == CAP).isTrue();
    }

    private String send(String phone) throws Exception {
        installation.client().policy(Map.of("maxRetryAttempts", CAP));
        Answer sent = installation.client().send(phone);
        assertThat(sent.status()).as("%s", sent).isEqualTo(204);
        return installation.twilio().code(phone);
    }
}
