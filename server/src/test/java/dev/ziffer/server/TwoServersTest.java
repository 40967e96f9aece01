package dev.ziffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that start at once on one new PostgreSQL database. */
final class TwoServersTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path dataDir;

    @Test
    void agreeOnKeysAndApplications() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Map<String, String> settings = Map.of(
                    "ZIFFER_DATABASE_URL",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "ZIFFER_MASTER_KEY",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    "ZIFFER_MANAGEMENT_CLIENT_ID",
                    "ops",
                    "ZIFFER_MANAGEMENT_CLIENT_SECRET",
                    SECRET);
            Callable<RunningServer> start = () -> RunningServer.start(dataDir, settings);
            List<Future<RunningServer>> started = threads.invokeAll(List.of(start, start));
            try (RunningServer one = started.get(0).get();
                    RunningServer two = started.get(1).get()) {
                String token = RunningServer.json(one.token("ops:" + SECRET, "grant_type=client_credentials&scope=all"))
                        .get("access_token")
                        .stringValue();

                assertThat(two.get("/oidc/jwks").body())
                        .isEqualTo(one.get("/oidc/jwks").body());
                assertThat(two.send(two.request("/api/no-such-thing").header("Authorization", "Bearer " + token))
                                .statusCode())
                        .isEqualTo(404);
                assertThat(dataDir).isEmptyDirectory();
            }
        }
    }
}
