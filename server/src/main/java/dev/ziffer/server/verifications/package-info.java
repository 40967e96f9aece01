/** Verification codes over HTTP. */
@ApplicationModule(allowedDependencies = {"connectors", "keys", "messages", "protection", "storage", "web"})
@NullMarked
package dev.ziffer.server.verifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
