/** Connector factories, the configured connector, the test send. */
@ApplicationModule(
        allowedDependencies = {"applications", "keys", "messages", "protection", "settings", "storage", "web"})
@NullMarked
package dev.ziffer.server.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
