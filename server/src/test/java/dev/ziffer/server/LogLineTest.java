package dev.ziffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LogLineTest {

    private final LogLine line = new LogLine();

    @Test
    void saysWhenHowBadWhatAndWhatAbout() {
        LoggingEvent event = event("request", null, Map.of("requestId", "4f2a"));
        event.setKeyValuePairs(List.of(
                new KeyValuePair("route", "/api/messages"),
                new KeyValuePair("status", 200),
                new KeyValuePair("durationMicros", 4_000_000_000L),
                new KeyValuePair("client", null)));

        assertThat(line.format(event)).isEqualTo("""
                {"@timestamp":"2026-11-23T09:00:00Z","message":"request","logger_name":"dev.ziffer.test","level":"WARN",\
                "requestId":"4f2a","route":"/api/messages","status":200,"durationMicros":4000000000,"client":null}
                """);
    }

    @Test
    void staysOneLineWhateverIsSaid() {
        String text = line.format(event(
                "two\nlines \"and quotes\"\u0000",
                new IllegalStateException("with\na cause", new Exception("x")),
                Map.of()));

        assertThat(text.lines()).hasSize(1);
        JsonNode json = JsonMapper.shared().readTree(text);
        assertThat(json.get("message").stringValue()).isEqualTo("two\nlines \"and quotes\"\u0000");
        assertThat(json.get("stack_trace").stringValue())
                .contains("IllegalStateException: with\na cause", "staysOneLineWhateverIsSaid", "Caused by");
    }

    private static LoggingEvent event(String message, @Nullable Throwable thrown, Map<String, String> about) {
        var event = new LoggingEvent(
                "", new LoggerContext().getLogger("dev.ziffer.test"), Level.WARN, message, thrown, null);
        event.setInstant(Instant.parse("2026-11-23T09:00:00Z"));
        event.setMDCPropertyMap(about);
        return event;
    }
}
