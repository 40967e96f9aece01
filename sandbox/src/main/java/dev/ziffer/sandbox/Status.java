package dev.ziffer.sandbox;

import java.util.Locale;

/**
 * Where a message is on its way.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">Twilio's message
 *     status values</a>
 */
enum Status {
    ACCEPTED,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED,
    RECEIVED;

    /** The name as Twilio writes it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether Twilio has handed the message on or given it up, so that it may be deleted. */
    boolean complete() {
        return this != ACCEPTED && this != QUEUED && this != SENDING;
    }
}
