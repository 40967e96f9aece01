/** Programs that may call: how they are known, how they get tokens, and what a token opens. */
@ApplicationModule(allowedDependencies = {"settings", "storage", "keys", "web"})
@NullMarked
package dev.ziffer.server.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
