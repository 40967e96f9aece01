/** What every HTTP room needs: the error body, languages, headers, bounds. */
@ApplicationModule(allowedDependencies = "settings")
@NullMarked
package dev.ziffer.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
