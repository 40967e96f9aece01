/** The data source of either engine, its migrations, and private files. */
@ApplicationModule(allowedDependencies = "settings")
@NullMarked
package dev.ziffer.server.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
