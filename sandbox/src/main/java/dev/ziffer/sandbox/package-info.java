/** Twilio's messaging API on this machine, and the phone that receives: no SMS leaves it and no account is needed. */
@NullMarked
package dev.ziffer.sandbox;

import org.jspecify.annotations.NullMarked;
