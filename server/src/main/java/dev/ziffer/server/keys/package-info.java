/** The keys: one master key, which opens the keysets kept in the database, and nothing else. */
@ApplicationModule(allowedDependencies = {"settings", "storage"})
@NullMarked
package dev.ziffer.server.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
