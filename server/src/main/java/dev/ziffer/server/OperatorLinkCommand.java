package dev.ziffer.server;

import dev.ziffer.server.operators.OperatorLinks;
import dev.ziffer.server.settings.Database;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import dev.ziffer.server.storage.Revision;
import java.nio.file.Files;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Makes a one-time link for an administrator who is locked out. It opens the database and starts nothing else. */
final class OperatorLinkCommand {

    private OperatorLinkCommand() {}

    /** What of the server it needs. */
    @ComponentScan(basePackageClasses = Revision.class)
    @Import(OperatorLinks.class)
    static final class Parts {}

    /**
     * The link.
     *
     * @param settings those of the server, whether it runs or not
     * @throws SettingsException if there is no database of a server, or it cannot be written to
     */
    static String link(Settings settings) {
        refuseANewDatabase(settings.database());
        try (ConfigurableApplicationContext parts = Server.application(Parts.class, settings, WebApplicationType.NONE)
                .run()) {
            return parts.getBean(OperatorLinks.class).recovery(settings.publicUrl());
        } catch (DataAccessException e) {
            throw new SettingsException("The link cannot be kept in the database ("
                    + e.getMostSpecificCause().getMessage() + "): run this as the user that the server runs as");
        }
    }

    /** A link that is kept where no server looks would be found to be dead. */
    private static void refuseANewDatabase(Database database) {
        if (database.engine() == Database.Engine.SQLITE && !Files.exists(database.file())) {
            throw new SettingsException("There is no database " + database.file()
                    + ": set the ZIFFER_* variables that the server has, ZIFFER_DATA_DIR above all");
        }
    }
}
