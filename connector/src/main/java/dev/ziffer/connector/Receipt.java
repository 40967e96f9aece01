package dev.ziffer.connector;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says about a message it has accepted.
 *
 * @param messageId the provider's name for it
 * @param status how far it has come
 * @param errorCode the provider's code for what went wrong, if something did
 * @param segments how many SMS it takes; 0 while that is not decided
 * @param body the text as the provider knows it
 * @param createdAt when the provider accepted it
 * @param changedAt when the provider last changed something about it, in whole seconds of its clock; null where it does
 *     not say
 * @param price what the provider charges; null while that is not decided
 * @param requestId the provider's name for the request, for its support
 */
public record Receipt(
        String messageId,
        MessageStatus status,
        OptionalInt errorCode,
        int segments,
        String body,
        Instant createdAt,
        @Nullable Instant changedAt,
        @Nullable Money price,
        @Nullable String requestId) {

    /** Everything but the body, which holds the code. */
    @Override
    public String toString() {
        return "Receipt[" + messageId + ", " + status.wireName() + ", error " + errorCode + ", segments " + segments
                + ", " + createdAt + ", " + requestId + "]";
    }
}
