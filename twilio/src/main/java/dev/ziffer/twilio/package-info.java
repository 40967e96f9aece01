/** Twilio: the connector, its REST client, its error dictionary and the counting of SMS segments. */
@NullMarked
package dev.ziffer.twilio;

import org.jspecify.annotations.NullMarked;
