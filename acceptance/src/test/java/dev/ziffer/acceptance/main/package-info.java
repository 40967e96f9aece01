/** The main job as a newcomer does it: clone, run, paste; then the same through Twilio's own host. */
@NullMarked
package dev.ziffer.acceptance.main;

import org.jspecify.annotations.NullMarked;
