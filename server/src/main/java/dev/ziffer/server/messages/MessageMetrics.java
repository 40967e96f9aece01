package dev.ziffer.server.messages;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.UsageType;
import dev.ziffer.verification.StartResult.Limit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Counts sends by outcome. No label holds a number, a code or anything else that grows without bound. */
@Component
final class MessageMetrics {

    private final MeterRegistry registry;

    MessageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The provider took a message. */
    void sent(UsageType usageType, Duration took) {
        timer(usageType, "accepted", "none").record(took);
    }

    /** The provider did not take a message, or perhaps did not. */
    void failed(UsageType usageType, ConnectorException e, Duration took) {
        String error =
                e.providerCode().isPresent() ? Integer.toString(e.providerCode().getAsInt()) : "none";
        timer(usageType, e.code().wireName(), error).record(took);
    }

    /** A message came to its end, or on its way there. */
    void became(MessageState state, OptionalInt errorCode) {
        if (state.last()) {
            registry.counter(
                            "ziffer.messages.ended",
                            "state",
                            state.wireName(),
                            "error_code",
                            errorCode.isPresent() ? Integer.toString(errorCode.getAsInt()) : "none")
                    .increment();
        }
    }

    /** A limit refused a send. */
    void limited(Limit which) {
        registry.counter("ziffer.sends.limited", "limit", which.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private Timer timer(UsageType usageType, String outcome, String error) {
        return Timer.builder("ziffer.sends")
                .description("Messages handed to the provider, and how long it took to answer")
                .tag("usage_type", usageType.wireName())
                .tag("outcome", outcome)
                .tag("error_code", error)
                .register(registry);
    }
}
