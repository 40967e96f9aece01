package dev.ziffer.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.Server.Command;
import java.net.URI;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command that lets an administrator in who is locked out. */
final class OperatorLinkTest {

    private static final String COMMAND = "operator-link";

    @ParameterizedTest
    @EnumSource(Database.Engine.class)
    void printsALinkThatGivesANewPasswordWhetherTheServerRunsOrNot(Database.Engine engine) throws Exception {
        Database database = Database.of(engine);
        try (Server server = Server.start(database, Map.of())) {
            String whileRunning = link(server);
            Visitor ada = new Visitor(server.uri());
            assertThat(ada.setUp(whileRunning, "Ada", "correct donkey lamp river")
                            .select("nav"))
                    .isNotEmpty();

            server.stop();
            String whileStopped = link(server);
            server.restart();

            assertThat(new Visitor(server.uri())
                            .setUp(whileStopped, "ada", "purple anvil seldom rain")
                            .select("nav"))
                    .isNotEmpty();
            assertThat(ada.get("/console/connector").status()).isEqualTo(302);
            assertThat(new Visitor(server.uri())
                            .signIn("Ada", "correct donkey lamp river")
                            .select("[role=alert]"))
                    .isNotEmpty();
            assertThat(database.column("SELECT name FROM operator")).containsExactly("Ada");
            assertThat(new Visitor(server.uri()).get(whileStopped).status()).isEqualTo(410);
        }
    }

    /** A link alone, so that a script may take it. */
    private static String link(Server server) throws Exception {
        Command command = server.run(COMMAND, Map.of());
        assertThat(command).extracting(Command::status, Command::errors).isEqualTo(List.of(0, ""));
        URI link = URI.create(command.output().strip());
        assertThat(command.output()).isEqualTo(link + System.lineSeparator());
        assertThat(link.toString()).startsWith(Server.PUBLIC_URL + "/console/setup?token=");
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    @Test
    void saysInASentenceWhatKeepsItFromMakingALink() throws Exception {
        Database database = Database.sqlite();
        try (Server server = Server.start(database, Map.of());
                Connection locked = database.connect()) {
            assertRefused(server, Map.of("ZIFFER_DATA_DIR", "/nowhere"), "There is no database /nowhere/ziffer.db");
            assertRefused(server, Map.of("ZIFFER_PUBLIC_URL", "ziffer"), "ZIFFER_PUBLIC_URL");
            assertRefused(
                    server,
                    Map.of("ZIFFER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/none"),
                    "The database does not answer");

            locked.createStatement().execute("BEGIN EXCLUSIVE");
            assertRefused(server, Map.of(), "database");
        }
    }

    private static void assertRefused(Server server, Map<String, String> settings, String reason) throws Exception {
        Command command = server.run(COMMAND, settings);
        assertThat(command.status()).isEqualTo(1);
        assertThat(command.output()).isEmpty();
        assertThat(command.errors()).contains(reason).hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void isInTheHelp() throws Exception {
        try (Server server = Server.launch(Database.sqlite(), Map.of())) {
            assertThat(server.run("help", Map.of()).output()).contains("operator-link");
        }
    }
}
