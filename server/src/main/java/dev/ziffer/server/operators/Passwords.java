package dev.ziffer.server.operators;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What a password must be, and how it is kept: long, of any characters, not one that is guessed first; argon2id.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B, 3.1.1.2</a>
 */
@Component
final class Passwords {

    /** In characters, for a password that is all there is to a sign-in. */
    static final int SHORTEST = 15;

    /** In characters; more is a mistake, and hashing it costs. */
    static final int LONGEST = 256;

    /** Guesses, as a power of ten, below which a password is among the first that are tried. */
    private static final double GUESSED_FIRST = 10;

    /** Each hash takes 19 MB for a few hundredths of a second. */
    private static final int AT_ONCE = 4;

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int HASH_BYTES = 32;

    private final Argon2Password4jPasswordEncoder encoder = new Argon2Password4jPasswordEncoder(
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, 1, HASH_BYTES, Argon2.ID));
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** A hash that no password has, so that an unknown name costs what a known one does. */
    private final String nobody = encoder.encode(Token.random());

    /** What is wrong with a password. */
    enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        GUESSABLE
    }

    /** What keeps this from being a password for an operator of this name, if anything does. */
    Optional<Flaw> flaw(String password, String name) {
        String composed = composed(password);
        int characters = composed.codePointCount(0, composed.length());
        if (characters < SHORTEST) {
            return Optional.of(Flaw.TOO_SHORT);
        }
        if (characters > LONGEST) {
            return Optional.of(Flaw.TOO_LONG);
        }
        return guessable(composed, name) ? Optional.of(Flaw.GUESSABLE) : Optional.empty();
    }

    private static boolean guessable(String password, String name) {
        List<Dictionary> dictionaries = ConfigurationBuilder.getDefaultDictionaries();
        dictionaries.add(new DictionaryBuilder()
                .setDictionaryName("context")
                .setExclusion(true)
                .addWords(List.of(name, "ziffer", "twilio"), 0)
                .createDictionary());
        Nbvcxz estimator = new Nbvcxz(
                new ConfigurationBuilder().setDictionaries(dictionaries).createConfiguration());
        return estimator.estimate(password).getGuesses().doubleValue() < Math.pow(10, GUESSED_FIRST);
    }

    String hash(String password) {
        return inTurn(() -> encoder.encode(composed(password)));
    }

    /** Whether the password is the one; without a hash it is not, after the same time. */
    boolean matches(String password, Optional<String> hash) {
        boolean matches = inTurn(() -> encoder.matches(composed(password), hash.orElse(nobody)));
        return matches && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Keyboards write the same character in different ways. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
