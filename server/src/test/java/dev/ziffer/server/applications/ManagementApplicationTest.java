package dev.ziffer.server.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.server.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManagementApplicationTest {

    private static final String FORM = "grant_type=client_credentials&scope=all";
    private static final String SECRET = "s".repeat(32);

    @TempDir
    private Path dataDir;

    @Test
    void isMadeOnceAndWrittenForTheOwnerOnly() throws Exception {
        String first;
        try (RunningServer server = RunningServer.start(dataDir)) {
            first = server.managementClient();
            assertThat(first).matches("management:[0-9a-f]{64}");
            assertThat(Files.getPosixFilePermissions(dataDir.resolve("management-client")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        try (RunningServer server = RunningServer.start(dataDir)) {
            assertThat(server.managementClient()).isEqualTo(first);
            assertThat(server.token(FORM).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isTakenFromTheFileWhenAStartEndedBetweenFileAndRow() throws Exception {
        Files.writeString(dataDir.resolve("management-client"), "management:" + SECRET + "\n");

        try (RunningServer server = RunningServer.start(dataDir)) {
            assertThat(server.token("management:" + SECRET, FORM).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isTheOneInTheSettingsAtEveryStartInPlaceOfAnyOther() throws Exception {
        String made;
        try (RunningServer server = RunningServer.start(dataDir)) {
            made = server.managementClient();
        }
        Map<String, String> settings =
                Map.of("ZIFFER_MANAGEMENT_CLIENT_ID", "ops", "ZIFFER_MANAGEMENT_CLIENT_SECRET", SECRET);
        try (RunningServer server = RunningServer.start(dataDir, settings)) {
            assertThat(server.token("ops:" + SECRET, FORM).statusCode()).isEqualTo(200);
            assertThat(server.token(made, FORM).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void keepsNoFileWhoseCredentialsAnotherTookThePlaceOf() throws Exception {
        Path file = dataDir.resolve("management-client");
        Map<String, String> settings =
                Map.of("ZIFFER_MANAGEMENT_CLIENT_ID", "ops", "ZIFFER_MANAGEMENT_CLIENT_SECRET", SECRET);
        try (RunningServer server = RunningServer.start(dataDir)) {
            assertThat(server.bean(ManagementApplication.class).file()).contains(file);
        }
        try (RunningServer server = RunningServer.start(dataDir, settings)) {
            assertThat(server.bean(ManagementApplication.class).file()).isEmpty();
            assertThat(file).doesNotExist();
        }
        try (RunningServer server = RunningServer.start(dataDir)) {
            assertThat(server.bean(ManagementApplication.class).file()).isEmpty();
            assertThat(server.token("ops:" + SECRET, FORM).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void claimsNoFileThatHoldsOtherCredentials() throws Exception {
        Path file = dataDir.resolve("management-client");
        RunningServer.start(dataDir).close();
        Files.writeString(file, "management:" + SECRET + "\n");

        try (RunningServer server = RunningServer.start(dataDir)) {
            assertThat(server.bean(ManagementApplication.class).file()).isEmpty();
            assertThat(file).exists();
        }
    }
}
