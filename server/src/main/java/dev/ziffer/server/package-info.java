/** The server: the command line, and the rooms put together. */
@NullMarked
package dev.ziffer.server;

import org.jspecify.annotations.NullMarked;
