/** What every black-box test needs: the packaged server in processes, databases, a client, and stand-ins for Twilio. */
@NullMarked
package dev.ziffer.acceptance;

import org.jspecify.annotations.NullMarked;
