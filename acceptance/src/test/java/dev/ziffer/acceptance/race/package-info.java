/** What requests that come at the same moment can win from one server, and from two on one database. */
@NullMarked
package dev.ziffer.acceptance.race;

import org.jspecify.annotations.NullMarked;
