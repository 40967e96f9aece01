package dev.ziffer.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.VerificationKeys.CodeKey;
import dev.ziffer.verification.contract.HmacKeys;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodesTest {

    /** The chi-square distribution with 9 degrees of freedom exceeds this once in a million times. */
    private static final double ONCE_IN_A_MILLION = 44.8;

    private final CodeKey key = new HmacKeys().primaryCodeKey();

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 10})
    void isUniformAtEveryPosition(int length) {
        int codes = 50_000;
        int[][] counts = new int[length][10];
        for (int i = 0; i < codes; i++) {
            String code = Codes.derive(key, "verification " + i, length);
            for (int position = 0; position < length; position++) {
                counts[position][code.charAt(position) - '0']++;
            }
        }

        for (int[] digits : counts) {
            assertThat(chiSquare(digits, codes / 10.0)).isLessThan(ONCE_IN_A_MILLION);
        }
    }

    @Test
    void isUniformOverPairsOfNeighbours() {
        int codes = 100_000;
        int[] pairs = new int[100];
        for (int i = 0; i < codes; i++) {
            pairs[Integer.parseInt(Codes.derive(key, "pair " + i, 6).substring(0, 2))]++;
        }

        // 99 degrees of freedom; once in a million.
        assertThat(chiSquare(pairs, codes / 100.0)).isLessThan(177);
    }

    @Test
    void passesOverValuesThatWouldFavourLowCodes() {
        long fair = Long.MAX_VALUE - Long.MAX_VALUE % 10_000;
        var blocks = new ArrayList<>(
                List.of(block(Long.MAX_VALUE, -1, fair, fair + 1), block(Long.MIN_VALUE | (fair - 1), 5, 6, 7)));
        var scripted = new CodeKey("scripted", input -> blocks.removeFirst());

        assertThat(Codes.derive(scripted, "id", 4)).isEqualTo("9999");
    }

    @Test
    void differsByKeyIdAndLength() {
        var keys = new HmacKeys();
        keys.rotate();
        var codes = new HashSet<String>();
        codes.add(Codes.derive(key, "id", 10));
        codes.add(Codes.derive(key, "di", 10));
        codes.add(Codes.derive(keys.primaryCodeKey(), "id", 10));
        codes.add("0" + Codes.derive(key, "id", 9));

        assertThat(codes).hasSize(4);
        assertThat(Codes.derive(key, "id", 10)).isEqualTo(Codes.derive(key, "id", 10));
    }

    @Test
    void keepsAMacThatIsBoundToAllItProves() throws PhoneNumberException {
        PhoneNumber number = PhoneNumber.parse("+4915112345678");
        var macs = new HashSet<String>();
        macs.add(Codes.mac(key, "hash", new VerificationKey(number, "SignIn", "a"), "123456"));
        macs.add(Codes.mac(key, "hash", new VerificationKey(number, "SignIn", "a1"), "23456"));
        macs.add(Codes.mac(key, "hash", new VerificationKey(number, "SignIna", "1"), "23456"));
        macs.add(Codes.mac(key, "hash", new VerificationKey(number, "Register", "a"), "123456"));
        macs.add(Codes.mac(key, "another", new VerificationKey(number, "SignIn", "a"), "123456"));

        assertThat(macs).hasSize(5).allMatch(mac -> mac.matches("[A-Za-z0-9_-]{22}"));
    }

    @ParameterizedTest
    @CsvSource({
        "123456, 123456",
        "' 123 456\n', 123456",
        "123-456, 123456",
        "123\u2013456, 123456",
        "\u202A123456\u202C, 123456",
        "\u2068123\u200B456\u2069\u200F, 123456",
        "\u00A0123\u202F456, 123456",
        "\u0661\u0662\u0663\u0664\u0665\u0666, 123456",
        "\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16, 123456",
        "\uD835\uDFCF\uD835\uDFD0, 12",
        "12a456, ''",
        "12.456, ''",
        "\u2460\u2461, ''",
        "'', ''",
    })
    void readsDigitsOfEveryScript(String typed, String digits) {
        assertThat(Codes.read(typed)).isEqualTo(digits);
    }

    @Test
    void looksAtNoMoreThanAPersonTypes() {
        assertThat(Codes.read("1".repeat(64))).hasSize(64);
        assertThat(Codes.read("1".repeat(65))).isEmpty();
    }

    private static double chiSquare(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private static byte[] block(long... values) {
        ByteBuffer block = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            block.putLong(value);
        }
        return block.array();
    }
}
