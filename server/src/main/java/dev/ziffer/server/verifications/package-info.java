/** Verification codes over HTTP. */
@ApplicationModule(allowedDependencies = {"applications", "connectors", "messages", "protection", "storage", "web"})
@NullMarked
package dev.ziffer.server.verifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
