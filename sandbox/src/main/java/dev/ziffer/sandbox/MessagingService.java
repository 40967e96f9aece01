package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Messaging Service; which numbers are in it, the numbers know.
 *
 * @param sid {@code MG} and 32 hexadecimal digits
 * @param name the name it sends from where numbers are not needed; one at most
 * @param registration its registration for traffic to phones in the United States; one at most
 */
record MessagingService(
        String sid,
        ServiceSettings settings,
        @Nullable AlphaSender name,
        @Nullable Campaign registration,
        Instant created,
        Instant updated) {

    static MessagingService of(String sid, ServiceSettings settings, Instant now) {
        return new MessagingService(sid, settings, null, null, now, now);
    }

    Optional<AlphaSender> alphaSender() {
        return Optional.ofNullable(name);
    }

    Optional<Campaign> campaign() {
        return Optional.ofNullable(registration);
    }

    MessagingService with(ServiceSettings others, Instant now) {
        return new MessagingService(sid, others, name, registration, created, now);
    }

    MessagingService with(AlphaSender other) {
        return new MessagingService(sid, settings, other, registration, created, updated);
    }

    MessagingService withoutName() {
        return new MessagingService(sid, settings, null, registration, created, updated);
    }

    MessagingService with(Campaign other) {
        return new MessagingService(sid, settings, name, other, created, updated);
    }
}
