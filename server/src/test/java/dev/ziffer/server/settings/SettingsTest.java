package dev.ziffer.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void haveADefaultEach() {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(settings.publicUrl()).hasToString("http://localhost:8080");
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.database().engine()).isEqualTo(Database.Engine.SQLITE);
        assertThat(settings.database().file())
                .isEqualTo(Path.of("data/ziffer.db").toAbsolutePath());
        assertThat(settings.masterKey()).isEmpty();
        assertThat(settings.sandbox()).isFalse();
        assertThat(settings.sandboxPort()).isEqualTo(8081);
        assertThat(settings.twilioApiUrl()).isEmpty();
        assertThat(settings.managementClient()).isEmpty();
        assertThat(settings.maxSends()).isEqualTo(1000);
        assertThat(settings.metricsPort()).isEqualTo(8082);
        assertThat(settings.retention()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void derivePublicUrlAndAddressFromEachOther() {
        assertThat(Settings.from(Map.of("ZIFFER_PORT", "9000")).publicUrl()).hasToString("http://localhost:9000");
        assertThat(Settings.from(Map.of("ZIFFER_PUBLIC_URL", "https://id.example.com"))
                        .address()
                        .isAnyLocalAddress())
                .isTrue();
        assertThat(Settings.from(Map.of("ZIFFER_PUBLIC_URL", "http://127.0.0.1:9"))
                        .address()
                        .isLoopbackAddress())
                .isTrue();
    }

    @Test
    void takeAnEmptyVariableForOneThatIsNotSet() {
        assertThat(Settings.from(Map.of("ZIFFER_PORT", "", "ZIFFER_DATABASE_URL", " ")))
                .isEqualTo(Settings.from(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZIFFER_PORT | http",
                "ZIFFER_PORT | 70000",
                "ZIFFER_PORT | tcp://10.0.0.1:8080",
                "ZIFFER_ADDRESS | example.com",
                "ZIFFER_PUBLIC_URL | id.example.com",
                "ZIFFER_PUBLIC_URL | https://id.example.com/",
                "ZIFFER_PUBLIC_URL | https://id.example.com/path",
                "ZIFFER_PUBLIC_URL | https://ID.example.com",
                "ZIFFER_PUBLIC_URL | https://user@id.example.com",
                "ZIFFER_PUBLIC_URL | ftp://id.example.com",
                "ZIFFER_PUBLIC_URL | https://id.example.com?x",
                "ZIFFER_TRUSTED_PROXIES | 10.0.0.0/33",
                "ZIFFER_TRUSTED_PROXIES | 10.0.0.0/8, proxy.example.com",
                "ZIFFER_TRUSTED_PROXIES | 10.0.0.0/8/8",
                "ZIFFER_DATABASE_URL | jdbc:mysql://localhost/x",
                "ZIFFER_DATABASE_URL | jdbc:sqlite::memory:",
                "ZIFFER_DATABASE_URL | jdbc:sqlite:x.db?journal_mode=off",
                "ZIFFER_DATABASE_URL | jdbc:sqlite:",
                "ZIFFER_MASTER_KEY | c2hvcnQ=",
                "ZIFFER_MASTER_KEY | not base64",
                "ZIFFER_SANDBOX | yes",
                "ZIFFER_SANDBOX_PORT | -1",
                "ZIFFER_TWILIO_API_URL | api.twilio.com",
                "ZIFFER_MANAGEMENT_CLIENT_ID | alone",
                "ZIFFER_MAX_SENDS | many",
                "ZIFFER_METRICS_PORT | 65536",
                "ZIFFER_RETENTION_DAYS | 0",
            })
    void nameTheVariableThatIsWrongAndWhatToDo(String variable, String value) {
        assertThatThrownBy(() -> Settings.from(Map.of(variable, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(variable)
                .hasMessageMatching("(?s).*(set it to|make it|write|set both).*");
    }

    @Test
    void refuseTheSandboxWhereThePublicCanReachIt() {
        assertThatThrownBy(() ->
                        Settings.from(Map.of("ZIFFER_SANDBOX", "true", "ZIFFER_PUBLIC_URL", "https://id.example.com")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ZIFFER_SANDBOX");
    }

    @Test
    void refuseAWeakSecretWithoutRepeatingIt() {
        assertThatThrownBy(() -> Settings.from(Map.of(
                        "ZIFFER_MANAGEMENT_CLIENT_ID", "ops", "ZIFFER_MANAGEMENT_CLIENT_SECRET", "hunter2hunter2")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ZIFFER_MANAGEMENT_CLIENT_SECRET")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZIFFER_MASTER_KEY", "ZIFFER_MANAGEMENT_CLIENT_ID"})
    void demandWithPostgresqlWhatAllServersShare(String missing) {
        Map<String, String> environment = new HashMap<>(postgresql());
        environment.remove(missing);
        environment.computeIfPresent(
                "ZIFFER_MANAGEMENT_CLIENT_SECRET",
                (_, secret) -> missing.equals("ZIFFER_MANAGEMENT_CLIENT_ID") ? null : secret);

        assertThatThrownBy(() -> Settings.from(environment))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(missing);
    }

    @Test
    void showNoSecret() {
        String shown = Settings.from(postgresql()).toString();

        assertThat(shown).doesNotContain(SECRET).doesNotContain(KEY).doesNotContain("database-password");
    }

    private static Map<String, String> postgresql() {
        return Map.of(
                "ZIFFER_DATABASE_URL", "jdbc:postgresql://localhost/ziffer",
                "ZIFFER_DATABASE_USER", "ziffer",
                "ZIFFER_DATABASE_PASSWORD", "database-password",
                "ZIFFER_MASTER_KEY", KEY,
                "ZIFFER_MANAGEMENT_CLIENT_ID", "ops",
                "ZIFFER_MANAGEMENT_CLIENT_SECRET", SECRET);
    }
}
