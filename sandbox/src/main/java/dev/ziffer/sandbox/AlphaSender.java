package dev.ziffer.sandbox;

import java.time.Instant;

/**
 * A name that a Messaging Service sends from.
 *
 * @param sid {@code AI} and 32 hexadecimal digits
 */
record AlphaSender(String sid, String name, Instant created) {}
