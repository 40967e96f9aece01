package dev.ziffer.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a leak would be found. */
final class SecretsTest {

    private final Secrets secrets = new Secrets();

    SecretsTest() {
        secrets.code("1234567890");
        secrets.phone("4915110000001", 2);
        secrets.secret("0123456789abcdef", "the auth token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4915110000001",
                "+4915110000001",
                "015110000001",
                "0151 1000 0001",
                "+49 (151) 1000-0001",
                "0049/151/10000001",
                "NDkxNTExMDAwMDAwMQ",
                "KzQ5MTUxMTAwMDAwMDE=",
                "34393135313130303030303031",
                "Your code: 1234567890.",
                "x91234567890123",
                "0123456789abcdef",
                "MDEyMzQ1Njc4OWFiY2RlZg=="
            })
    void findsASecretInEverySpelling(String leak) {
        assertThat(secrets.in("before " + leak + " after")).isNotEmpty();
        assertThat(secrets.in("{\"x\":\"" + leak + "\"}")).isNotEmpty();
    }

    @Test
    void findsASecretAmongBytes() {
        assertThat(secrets.in("\0\u00ff1234567890\0".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("the code 1234567890");
    }

    @Test
    void findsNothingInWhatIsHidden() {
        assertThat(secrets.in("+49 151• •••••01, 123456, 2026-11-23T23:40:25.267302923Z, ••••cdef"))
                .isEmpty();
    }
}
