package dev.ziffer.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class BoundsTest {

    private static final Rate RATE = new Rate(10, Duration.ofMinutes(10));

    @Test
    void refusesAPolicyThatIsUnsafeOrUseless() {
        Duration lifetime = Duration.ofMinutes(10);
        refuses("codeLength", () -> new Policy(3, lifetime, 5));
        refuses("codeLength", () -> new Policy(11, lifetime, 5));
        refuses("lifetime", () -> new Policy(6, Duration.ofSeconds(59), 5));
        refuses("lifetime", () -> new Policy(6, Duration.ofMinutes(61), 5));
        refuses("maxAttempts", () -> new Policy(6, lifetime, 0));
        refuses("maxAttempts", () -> new Policy(6, lifetime, 101));
    }

    @Test
    void refusesARateThatLimitsNothingOrEverything() {
        refuses("permits", () -> new Rate(0, Duration.ofMinutes(1)));
        refuses("permits", () -> new Rate(1_000_001, Duration.ofMinutes(1)));
        refuses("window", () -> new Rate(1, Duration.ZERO));
        refuses("window", () -> new Rate(1, Duration.ofNanos(1_000_001)));
        refuses("window", () -> new Rate(1, Duration.ofDays(366)));
    }

    @Test
    void refusesLimitsWhoseRowsWouldGrowLong() {
        Rate tooMany = new Rate(1_001, Duration.ofMinutes(10));
        refuses("sends", () -> new Limits(tooMany, RATE, null, null, null));
        refuses("sends", () -> new Limits(RATE, tooMany, null, null, null));
        assertThat(new Limits(RATE, RATE, null, tooMany, null).installation()).isEqualTo(tooMany);
    }

    @Test
    void refusesAHolderThatCouldBeMistakenForAnother() {
        refuses("holder", () -> Limits.DEFAULT.withHolder(""));
        refuses("holder", () -> Limits.DEFAULT.withHolder("a/b"));
        refuses("holder", () -> Limits.DEFAULT.withHolder("a".repeat(65)));
    }

    @Test
    void refusesACooldownThatShrinks() {
        refuses("kind", () -> new Cooldown("", Duration.ofSeconds(1), Duration.ofSeconds(1)));
        refuses("first", () -> new Cooldown("pages", Duration.ofMillis(999), Duration.ofSeconds(1)));
        refuses("longest", () -> new Cooldown("pages", Duration.ofSeconds(2), Duration.ofSeconds(1)));
        refuses("longest", () -> new Cooldown("pages", Duration.ofSeconds(2), Duration.ofHours(25)));
    }

    @Test
    void refusesAKeyThatADatabaseCouldNotKeep() throws PhoneNumberException {
        PhoneNumber number = PhoneNumber.parse("+4915112345678");
        refuses("purpose", () -> new VerificationKey(number, "", "a"));
        refuses("purpose", () -> new VerificationKey(number, "Sign\u0000In", "a"));
        refuses("purpose", () -> new VerificationKey(number, "a".repeat(65), "a"));
        refuses("binding", () -> new VerificationKey(number, "SignIn", "\uD800"));
        refuses("binding", () -> new VerificationKey(number, "SignIn", "a".repeat(129)));
    }

    @Test
    void refusesMoreAttemptsThanWrongTries() throws PhoneNumberException {
        var key = new VerificationKey(PhoneNumber.parse("+4915112345678"), "SignIn", "a");
        var policy = new Policy(6, Duration.ofMinutes(10), 11);

        refuses("maxAttempts", () -> new StartRequest(key, policy, new Limits(RATE, RATE, null, null, null)));
    }

    private static void refuses(String what, ThrowingCallable values) {
        assertThatIllegalArgumentException().isThrownBy(values).withMessageStartingWith(what);
    }
}
