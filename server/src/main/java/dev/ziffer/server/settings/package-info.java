/** What an operator sets: environment variables, read and checked once, before anything starts. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.ziffer.server.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
