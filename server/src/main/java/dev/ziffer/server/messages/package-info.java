/** The ledger: every message, what Twilio said, what became of it. */
@ApplicationModule(allowedDependencies = {"keys", "protection", "settings", "storage", "web"})
@NullMarked
package dev.ziffer.server.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
