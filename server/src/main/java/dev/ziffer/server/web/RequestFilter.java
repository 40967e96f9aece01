package dev.ziffer.server.web;

import dev.ziffer.server.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before everything else: names the request, sets the headers that every answer has, bounds the body, answers
 * what nobody caught, and writes one line and one measurement for each request. The line has the route and never the
 * path itself, which could hold a phone number.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestFilter implements Filter {

    /** Where to say the route of a request that no controller answers; Spring's own place for it. */
    private static final String ROUTE = HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE;

    private static final Logger log = LoggerFactory.getLogger("dev.ziffer.access");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ErrorAnswer errors;
    private final MeterRegistry meters;
    private final ClientAddress addresses;
    private final boolean https;

    RequestFilter(ErrorAnswer errors, MeterRegistry meters, ClientAddress addresses, Settings settings) {
        this.errors = errors;
        this.meters = meters;
        this.addresses = addresses;
        this.https = settings.publicUrl().https();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        HttpServletResponse httpResponse = (HttpServletResponse) response;
        String id = RequestId.of(httpRequest);
        MDC.put(RequestId.LOGGED_AS, id);
        try {
            httpResponse.setHeader(RequestId.HEADER, id);
            setHeaders(httpResponse, https);
            answer(httpRequest, httpResponse, chain);
        } finally {
            account(httpRequest, httpResponse, Duration.ofNanos(System.nanoTime() - start));
            MDC.remove(RequestId.LOGGED_AS);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            String type = request.getContentType();
            int largest = RequestErrors.largest(type);
            if (request.getContentLengthLong() > largest) {
                throw RequestErrors.tooLarge(largest);
            }
            if (type != null && type.contains("*")) {
                // No body has such a type, and Spring takes it for a fault of the server.
                throw RequestErrors.of(415);
            }
            chain.doFilter(new BoundedRequest(request), response);
        } catch (RequestError e) {
            fail(request, response, e);
        } catch (ServletException | RuntimeException e) {
            RequestError error = RequestErrors.of(e);
            // What is wrong with a request is not logged: the exception quotes it.
            if (error.status().is5xxServerError()) {
                log.error("a request failed", e);
            }
            fail(request, response, error);
        }
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, RequestError error) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            errors.write(request, response, error);
        }
    }

    /** Sets what every answer has. */
    static void setHeaders(HttpServletResponse response, boolean https) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private void account(HttpServletRequest request, HttpServletResponse response, Duration took) {
        Object route = request.getAttribute(ROUTE);
        String known = route == null ? "none" : route.toString();
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        int status = response.getStatus();
        log.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", known)
                .addKeyValue("status", status)
                .addKeyValue("client", addresses.of(request).getHostAddress())
                .addKeyValue("durationMicros", took.toNanos() / 1_000)
                .log("request");
        Timer.builder("http.server.requests")
                .tags(Tags.of(
                        Tag.of("method", method), Tag.of("route", known), Tag.of("status", Integer.toString(status))))
                .register(meters)
                .record(took);
    }
}
