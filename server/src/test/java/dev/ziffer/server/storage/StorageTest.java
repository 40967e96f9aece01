package dev.ziffer.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.server.RunningServer;
import dev.ziffer.server.Server;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

final class StorageTest {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasAnsweredAndShowsItToItsOwnerOnly() throws Exception {
        Path dataDir = folder.resolve("data");
        try (RunningServer server = RunningServer.start(dataDir)) {
            JdbcClient jdbc = server.bean(JdbcClient.class);

            assertThat(pragma(jdbc, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(jdbc, "synchronous")).isEqualTo("2");
            assertThat(Files.getPosixFilePermissions(dataDir)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            try (var files = Files.list(dataDir)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                                .isEqualTo(PosixFilePermissions.fromString("rw-------")));
            }
        }
    }

    @Test
    void namesTheSettingWhenTheDatabaseDoesNotAnswer() {
        Map<String, String> settings = Map.of(
                "ZIFFER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/ziffer",
                "ZIFFER_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "ZIFFER_MANAGEMENT_CLIENT_ID", "ops",
                "ZIFFER_MANAGEMENT_CLIENT_SECRET", "s".repeat(32));

        assertThatThrownBy(() -> Server.start(Settings.from(RunningServer.environment(folder, settings))))
                .rootCause()
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ZIFFER_DATABASE_URL");
    }

    private static String pragma(JdbcClient jdbc, String name) {
        return jdbc.sql("PRAGMA " + name).query(String.class).single();
    }
}
