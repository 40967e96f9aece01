/** The sign-in experience's settings. */
@ApplicationModule(allowedDependencies = {"protection", "web"})
@NullMarked
package dev.ziffer.server.experience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
