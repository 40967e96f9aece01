/** The operator's pages. */
@ApplicationModule(
        allowedDependencies = {"connectors", "experience", "messages", "operators", "protection", "settings", "web"})
@NullMarked
package dev.ziffer.server.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
