/** People who may use the console: the first one's link, passwords, sessions, and what each role may do. */
@ApplicationModule(allowedDependencies = {"keys", "settings", "storage", "web"})
@NullMarked
package dev.ziffer.server.operators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
