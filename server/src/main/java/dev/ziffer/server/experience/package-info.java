/** The sign-in experience's settings. */
@ApplicationModule(allowedDependencies = {"connectors", "protection", "settings", "storage", "web"})
@NullMarked
package dev.ziffer.server.experience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
