package dev.ziffer.server;

import dev.ziffer.server.settings.SettingsException;
import java.net.BindException;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start failed, as far as an operator can mend it. */
final class StartFailure {

    private StartFailure() {}

    /** One sentence that names the setting and the fix; empty for what no setting mends. */
    static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingsException) {
                return Optional.ofNullable(cause.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return Optional.of("Port " + port.getPort()
                        + " is in use: stop what uses it, or set ZIFFER_PORT (and ZIFFER_PUBLIC_URL) to another");
            }
            if (cause instanceof BindException) {
                return Optional.of("The server cannot listen where it is told to (" + cause.getMessage()
                        + "): set ZIFFER_ADDRESS to an address of this machine, and ZIFFER_PORT to a port it may use");
            }
        }
        return Optional.empty();
    }
}
