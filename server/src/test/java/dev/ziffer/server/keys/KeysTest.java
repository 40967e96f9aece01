package dev.ziffer.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.server.RunningServer;
import dev.ziffer.server.Server;
import dev.ziffer.server.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

final class KeysTest {

    private static final byte[] NUMBER = "4915123456789".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path dataDir;

    @Test
    void openTheNextDayWhatTheySealed() {
        String sealed;
        String hash;
        String code;
        try (RunningServer server = RunningServer.start(dataDir)) {
            Keys keys = server.bean(Keys.class);
            sealed = keys.seal("+4915123456789", "message 1");
            hash = keys.keyedHash("number", NUMBER);
            code = keys.primaryCodeKey().name();
        }
        try (RunningServer server = RunningServer.start(dataDir)) {
            Keys keys = server.bean(Keys.class);
            assertThat(keys.open(sealed, "message 1")).isEqualTo("+4915123456789");
            assertThat(keys.keyedHash("number", NUMBER)).isEqualTo(hash);
            assertThat(keys.primaryCodeKey().name()).isEqualTo(code);
            assertThat(keys.previousCodeKey()).isEmpty();
        }
    }

    @Test
    void openNothingForAnotherContextAndNothingChanged() {
        try (RunningServer server = RunningServer.start(dataDir)) {
            Keys keys = server.bean(Keys.class);
            String sealed = keys.seal("secret", "connector 1");

            assertThat(sealed).doesNotContain("secret").isNotEqualTo(keys.seal("secret", "connector 2"));
            assertThatThrownBy(() -> keys.open(sealed, "connector 2")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> keys.open("A" + sealed, "connector 1")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> keys.open("not base64!", "connector 1")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void hashEqualValuesOfDifferentDomainsDifferently() {
        try (RunningServer server = RunningServer.start(dataDir)) {
            Keys keys = server.bean(Keys.class);

            assertThat(keys.keyedHash("number", NUMBER))
                    .hasSize(43)
                    .isEqualTo(keys.keyedHash("number", NUMBER))
                    .isNotEqualTo(keys.keyedHash("numbe", "r4915123456789".getBytes(StandardCharsets.US_ASCII)))
                    .isNotEqualTo(keys.keyedHash("device", NUMBER));
            assertThat(keys.phoneIndex().compute(NUMBER)).hasSize(32);
            assertThat(keys.primaryCodeKey().prf().compute(NUMBER)).hasSize(32);
        }
    }

    @Test
    void areNowhereInTheClear() throws Exception {
        try (RunningServer server = RunningServer.start(dataDir)) {
            assertThat(Files.getPosixFilePermissions(dataDir.resolve("master-key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(server.bean(JdbcClient.class)
                            .sql("SELECT jwk_sealed FROM signing_key")
                            .query(String.class)
                            .single())
                    .doesNotContain("\"d\"");
        }
    }

    @Test
    void refuseToStartUnderAnotherMasterKey() {
        RunningServer.start(dataDir).close();

        assertRefused(Map.of("ZIFFER_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
                .hasMessageContaining("does not open the keys")
                .hasMessageContaining("ZIFFER_MASTER_KEY");
    }

    @Test
    void refuseToStartWhenTheMasterKeyIsLostAndMakeNoNewOne() throws Exception {
        RunningServer.start(dataDir).close();
        Files.delete(dataDir.resolve("master-key"));

        assertRefused(Map.of()).hasMessageContaining("is missing").hasMessageContaining("restore");
        assertThat(dataDir.resolve("master-key")).doesNotExist();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Map<String, String> settings) {
        return assertThatThrownBy(() -> Server.start(Settings.from(RunningServer.environment(dataDir, settings))))
                .rootCause();
    }
}
