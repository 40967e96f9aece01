/** How much is allowed to whom: countries, limits, and what a code is like. */
@ApplicationModule(allowedDependencies = {"settings", "storage", "web"})
@NullMarked
package dev.ziffer.server.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
