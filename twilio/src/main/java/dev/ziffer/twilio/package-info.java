/** Twilio: the connector, the account behind it, its webhooks, its error dictionary and the counting of SMS segments. */
@NullMarked
package dev.ziffer.twilio;

import org.jspecify.annotations.NullMarked;
