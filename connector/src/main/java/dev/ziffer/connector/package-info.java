/** What an SMS connector is: metadata, form, configuration, templates, errors. */
@NullMarked
package dev.ziffer.connector;

import org.jspecify.annotations.NullMarked;
