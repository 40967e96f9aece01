package dev.ziffer.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What becomes of a message to a number. */
record Fate(Outcome outcome, @Nullable TwilioError error) {

    static final Fate DELIVERED = new Fate(Outcome.DELIVERED, null);

    /** Where the way of the message ends. */
    enum Outcome {
        /** The phone has it. */
        @JsonProperty("delivered")
        DELIVERED,
        /** The carrier has it and never reports back. */
        @JsonProperty("sent")
        SENT,
        /** The carrier could not deliver it. */
        @JsonProperty("undelivered")
        UNDELIVERED,
        /** Twilio accepted it and then could not send it. */
        @JsonProperty("failed")
        FAILED,
        /** It waits in Twilio's queue until its validity ends. */
        @JsonProperty("expired")
        EXPIRED,
        /** Twilio refuses the request. */
        @JsonProperty("refused")
        REFUSED
    }
}
