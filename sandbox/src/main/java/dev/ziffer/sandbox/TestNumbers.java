package dev.ziffer.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that do something other than receive, read from {@code numbers.json}: those of Twilio's test
 * credentials, and further ones for what goes wrong after a message was accepted. The latter are +1 500 55 and the
 * error's five digits.
 *
 * @see <a href="https://www.twilio.com/docs/iam/test-credentials">Twilio's test credentials</a>
 */
final class TestNumbers {

    /** The number in the Messaging Service that every account has at first. */
    static final String SENDER = "+15005550006";

    static final List<TestNumber> ALL = read();

    private static final Map<String, Fate> RECIPIENTS = fates(Role.TO);
    private static final Map<String, Fate> SENDERS = fates(Role.FROM);

    private TestNumbers() {}

    /** Where in a message the number has its meaning. */
    enum Role {
        @JsonProperty("to")
        TO,
        @JsonProperty("from")
        FROM
    }

    /**
     * A number and what it does.
     *
     * @param code the error it leads to, if any
     * @param en what it does, as a phrase in English
     * @param de the same in German
     */
    record TestNumber(
            String number,
            Role role,
            Fate.Outcome outcome,
            @Nullable Integer code,
            String en,
            String de) {

        private Fate fate() {
            return new Fate(outcome, code == null ? null : TwilioError.of(code));
        }
    }

    /** What becomes of a message to this number. */
    static Fate ofRecipient(String number) {
        return RECIPIENTS.getOrDefault(number, Fate.DELIVERED);
    }

    /** Why a message from this number is refused whoever owns it, if it is. */
    static Optional<TwilioError> refusalOfSender(String number) {
        return Optional.ofNullable(SENDERS.get(number)).map(Fate::error);
    }

    private static Map<String, Fate> fates(Role role) {
        return ALL.stream()
                .filter(number -> number.role() == role)
                .collect(Collectors.toUnmodifiableMap(TestNumber::number, TestNumber::fate));
    }

    private static List<TestNumber> read() {
        try (InputStream json = Objects.requireNonNull(TestNumbers.class.getResourceAsStream("numbers.json"))) {
            return List.of(Json.MAPPER.readValue(json, TestNumber[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
