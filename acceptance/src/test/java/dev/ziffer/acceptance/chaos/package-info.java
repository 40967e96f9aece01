/** What the server does when Twilio, the network, its clients or its own process fail. */
@NullMarked
package dev.ziffer.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
