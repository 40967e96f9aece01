package dev.ziffer.verification;

import java.time.Duration;
import java.time.Instant;

/** What came of a start. */
public sealed interface StartResult {

    /**
     * The code may be sent.
     *
     * @param id names the verification; 22 characters of base64url
     * @param code the digits to send; never to be stored or logged
     * @param startedAt when this start was made
     * @param expiresAt until when the code is valid
     * @param sends which send of this verification this is; the first is 1
     * @param fresh whether the verification is new, not a resend
     */
    record Started(String id, String code, Instant startedAt, Instant expiresAt, int sends, boolean fresh)
            implements StartResult {

        /** Without the code. */
        @Override
        public String toString() {
            return "Started[id=" + id + ", expiresAt=" + expiresAt + ", sends=" + sends + ", fresh=" + fresh + "]";
        }
    }

    /**
     * A limit refused, and nothing was changed.
     *
     * @param which the limit that refused; of several, the one with the longest wait
     * @param retryAfter how long until the same start is possible if nobody takes more; whole seconds, one or more
     */
    record Limited(Limit which, Duration retryAfter) implements StartResult {}

    /** The limits of a start. */
    enum Limit {
        /** Sends to the number. */
        SENDS,
        /** Wrong codes tried for the number and the purpose. */
        WRONG_TRIES,
        /** The wait between two sends to the number. */
        COOLDOWN,
        /** Sends of the whole installation. */
        INSTALLATION
    }
}
