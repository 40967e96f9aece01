package dev.ziffer.server.operators;

import dev.ziffer.server.storage.Revision;
import dev.ziffer.server.storage.ShortId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may use the console. Changes wait for each other, so that whatever one of them finds is still so when it writes. */
@Component
public final class Operators {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 64;

    private static final String COLUMNS = "id, name, role, created_at";

    private static final String FIND = "SELECT " + COLUMNS + " FROM operator WHERE name_key = ?";

    private static final String PASSWORD = "SELECT password_hash FROM operator WHERE name_key = ?";

    /** A name that is there gets the new password and becomes an administrator again. */
    private static final String PUT = """
            INSERT INTO operator (id, name, name_key, role, password_hash, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name_key) DO UPDATE
               SET role = excluded.role, password_hash = excluded.password_hash, updated_at = excluded.updated_at
            """;

    private static final String END_SESSIONS =
            "DELETE FROM operator_session WHERE operator_id = (SELECT id FROM operator WHERE name_key = ?)";

    private static final String END_DEVICES =
            "DELETE FROM operator_device WHERE operator_id = (SELECT id FROM operator WHERE name_key = ?)";

    private final JdbcClient jdbc;
    private final Revision revision;
    private final OperatorLinks links;
    private final Passwords passwords;
    private final Clock clock;

    Operators(JdbcClient jdbc, Revision revision, OperatorLinks links, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.revision = revision;
        this.links = links;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of a link, by the code of the sentence that says so. */
    public enum Setup {
        DONE,
        LINK_DEAD,
        NAME_MISSING,
        NAME_TOO_LONG,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_GUESSABLE
    }

    /**
     * Uses a link up to make an administrator of this name. One who is there already gets the password, and is signed out
     * everywhere. A link that a mistake keeps from being used works again.
     */
    public Setup setUp(String token, String name, String password) {
        // First, so that nobody without a link has passwords weighed and hashed here.
        if (!links.works(token)) {
            return Setup.LINK_DEAD;
        }
        String shown = name.strip();
        Setup flaw = flaw(shown, password);
        if (flaw != Setup.DONE) {
            return flaw;
        }
        String hash = passwords.hash(password);
        return revision.change(() -> {
            if (!links.use(token)) {
                return Setup.LINK_DEAD;
            }
            long now = clock.millis();
            jdbc.sql(PUT)
                    .param(ShortId.random())
                    .param(shown)
                    .param(key(shown))
                    .param(Role.ADMINISTRATOR.kept())
                    .param(hash)
                    .param(now)
                    .param(now)
                    .update();
            jdbc.sql(END_SESSIONS).param(key(shown)).update();
            jdbc.sql(END_DEVICES).param(key(shown)).update();
            return Setup.DONE;
        });
    }

    private Setup flaw(String name, String password) {
        if (name.isEmpty()) {
            return Setup.NAME_MISSING;
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return Setup.NAME_TOO_LONG;
        }
        return passwords
                .flaw(password, name)
                .map(flaw -> switch (flaw) {
                    case TOO_SHORT -> Setup.PASSWORD_TOO_SHORT;
                    case TOO_LONG -> Setup.PASSWORD_TOO_LONG;
                    case GUESSABLE -> Setup.PASSWORD_GUESSABLE;
                })
                .orElse(Setup.DONE);
    }

    Optional<Operator> find(String name) {
        return jdbc.sql(FIND).param(key(name)).query(Operators::read).optional();
    }

    /** The operator of this name if the password is right; an unknown name costs the same time. */
    Optional<Operator> prove(String name, String password) {
        Optional<String> hash =
                jdbc.sql(PASSWORD).param(key(name)).query(String.class).optional();
        return passwords.matches(password, hash) ? find(name) : Optional.empty();
    }

    static Operator read(ResultSet rows, int number) throws SQLException {
        return new Operator(
                rows.getString("id"),
                rows.getString("name"),
                Role.of(rows.getString("role")),
                Instant.ofEpochMilli(rows.getLong("created_at")));
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
