package dev.ziffer.server.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Prometheus's page, on a port of its own that only this machine reaches, and nothing else there. */
@Component
final class MetricsServer implements SmartLifecycle {

    private static final String PATH = "/metrics";
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;
    private final int port;
    private @Nullable HttpServer server;

    MetricsServer(PrometheusMeterRegistry meters, Settings settings) {
        this.meters = meters;
        this.port = settings.metricsPort();
    }

    @Override
    public void start() {
        try {
            HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            starting.createContext("/", this::answer);
            starting.start();
            server = starting;
        } catch (IOException e) {
            throw new SettingsException("The metrics cannot be served on port " + port + " (" + e.getMessage()
                    + "): set ZIFFER_METRICS_PORT to a free port, or to 0 for any");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] page = meters.scrape().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", TYPE);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    @Override
    public void stop() {
        HttpServer stopping = server;
        if (stopping != null) {
            stopping.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
