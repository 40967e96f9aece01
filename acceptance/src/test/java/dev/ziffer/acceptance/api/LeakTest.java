package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Credentials;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Ports;
import dev.ziffer.acceptance.Reaction;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.TwilioAccount;
import dev.ziffer.acceptance.TwilioStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** After everything that happens to codes: none of them, and no number, is in anything that is kept or printed. */
@OnEachDatabase
final class LeakTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int METRICS = Ports.free();

    private final Engine engine;
    private final Secrets secrets = new Secrets();
    private final TwilioAccount account = new TwilioAccount("AC" + "3".repeat(32), randomHex(), "MG" + "3".repeat(32));

    LeakTest(Engine engine) {
        this.engine = engine;
    }

    @Test
    void keepsAndPrintsNoCodeAndNoNumber() throws Exception {
        Database database = Database.of(engine);
        try (TwilioStandIn twilio = TwilioStandIn.start();
                Server server = Server.start(database, settings(twilio))) {
            Credentials credentials = credentials(database);
            Api api = new Api(new Client(server.uri(), credentials));
            secrets.secret(account.authToken(), "the auth token");
            secrets.secret(credentials.secret(), "the management secret");

            use(api, twilio);
            server.kill();
            server.restart();
            useAgain(api, twilio);

            twilio.messages().stream()
                    .map(TwilioStandIn::code)
                    .filter(code -> !code.equals("0000000000"))
                    .forEach(secrets::code);
            var scraper = new Client(URI.create("http://127.0.0.1:" + METRICS), credentials);
            String metrics =
                    scraper.exchange(scraper.request("/metrics")).response().body();
            assertThat(metrics).contains("ziffer_sends");
            assertThat(secrets.in(metrics)).as("metrics").isEmpty();
            expectNothing(server, database);
            server.stop();
            expectNothing(server, database);
            assertThat(twilio.messages()).hasSizeGreaterThan(20);
        }
    }

    private Map<String, String> settings(TwilioStandIn twilio) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ZIFFER_TWILIO_API_URL", twilio.uri().toString(),
                "ZIFFER_METRICS_PORT", String.valueOf(METRICS)));
        if (engine == Engine.SQLITE) {
            // The server makes its own and keeps them in files.
            settings.put("ZIFFER_MANAGEMENT_CLIENT_ID", "");
            settings.put("ZIFFER_MANAGEMENT_CLIENT_SECRET", "");
            settings.put("ZIFFER_MASTER_KEY", "");
        }
        return settings;
    }

    private Credentials credentials(Database database) throws IOException {
        return engine == Engine.SQLITE
                ? Credentials.of(Files.readString(database.dataDir().resolve("management-client")))
                : Credentials.TEST;
    }

    private void use(Api api, TwilioStandIn twilio) throws Exception {
        success(api.post("/api/connectors", account.connector()), 200);
        success(api.patch("/api/sign-in-exp", Json.of("{'verificationCodePolicy': {'codeLength': 10}}")), 200);
        for (int i = 0; i < 5; i++) {
            String phone = phone();
            success(api.send(phone), 204);
            success(api.german().send("+" + phone), 204);
            tryWrong(api, phone);
            success(api.verify(phone, twilio.code(phone)), 204);
            error(api.verify(phone, twilio.code(phone)), 400, "verification_code.not_found");
            tryWrong(api, phone);
        }
        exhaust(api, twilio);
        fail(api, twilio);
        String phone = phone();
        success(api.send(phone), 204);
        Misplaced.everywhere(api, phone, twilio.code(phone), account.authToken());
        success(api.verify(phone, twilio.code(phone)), 204);
    }

    private void exhaust(Api api, TwilioStandIn twilio) throws Exception {
        String phone = phone();
        for (int i = 0; i < 10; i++) {
            success(api.send(phone), 204);
            tryWrong(api, phone);
        }
        error(api.send(phone), 429, "request.message_rate_limited");
        error(api.verify(phone, twilio.code(phone)), 400, "verification_code.exceed_max_try");
    }

    private void fail(Api api, TwilioStandIn twilio) throws Exception {
        twilio.next(Reaction.error(400, 21614));
        error(api.send(phone()), 400, "connector.general");
        twilio.next(Reaction.acceptAndError(503, 20500));
        error(api.send(phone()), 502, "connector.provider_unavailable");
        twilio.next(Reaction.ACCEPT_AND_RESET);
        error(api.send(phone()), 504, "connector.outcome_unknown");
        twilio.next(Reaction.ACCEPT_AND_SILENCE);
        error(api.send(phone()), 504, "connector.outcome_unknown");
        twilio.refuse();
        error(api.send(phone()), 502, "connector.provider_unavailable");
        twilio.listenAgain();
        success(api.post("/api/connectors/twilio-short-message-service/test", Json.test(phone(), Json.config())), 204);
    }

    private void useAgain(Api api, TwilioStandIn twilio) throws Exception {
        String phone = phone();
        success(api.send(phone), 204);
        success(api.verify(phone, twilio.code(phone)), 204);
        // What is doubtful at the end keeps its number, encrypted.
        twilio.next(Reaction.acceptAndError(500, 20500));
        error(api.send(phone()), 502, "connector.provider_unavailable");
    }

    private void expectNothing(Server server, Database database) throws Exception {
        assertThat(secrets.in(Files.readString(server.log()))).as("log").isEmpty();
        for (String table : tables(database)) {
            for (String row : rows(database, table)) {
                assertThat(secrets.in(row)).as("a row of %s: %s", table, row).isEmpty();
            }
        }
        if (engine == Engine.POSTGRESQL) {
            database.update("CHECKPOINT");
            Path data = Path.of(database.column("SHOW data_directory").getFirst());
            String id = database.column("SELECT oid FROM pg_database WHERE datname = current_database()")
                    .getFirst();
            expectNothing(data.resolve("base").resolve(id));
            expectNothing(data.resolve("pg_wal"));
        }
        expectNothing(database.dataDir());
    }

    private List<String> tables(Database database) throws Exception {
        return database.column(
                engine == Engine.SQLITE
                        ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                        : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
    }

    private List<String> rows(Database database, String table) throws Exception {
        if (engine == Engine.POSTGRESQL) {
            return database.column("SELECT row_to_json(t)::text FROM " + table + " t");
        }
        List<String> columns = database.column("SELECT name FROM pragma_table_info('" + table + "')");
        return database.column(
                "SELECT concat_ws('|', \"" + String.join("\", \"", columns) + "\") FROM \"" + table + "\"");
    }

    private void expectNothing(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Set<String> found = found(file);
            if (file.endsWith("management-client")) {
                found.removeIf(what -> what.equals("the management secret"));
            }
            assertThat(found).as("%s", file).isEmpty();
        }
    }

    private Set<String> found(Path file) throws IOException {
        try {
            return secrets.in(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return Set.of();
        }
    }

    private void tryWrong(Api api, String phone) throws Exception {
        String wrong = String.format(Locale.ROOT, "%010d", RANDOM.nextLong(10_000_000_000L));
        secrets.code(wrong);
        api.verify(phone, wrong);
    }

    private String phone() {
        String phone = Numbers.fresh();
        secrets.phone(phone, 2);
        return phone;
    }

    private static String randomHex() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
