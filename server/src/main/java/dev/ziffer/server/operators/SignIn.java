package dev.ziffer.server.operators;

import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.web.ClientAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Begins and ends what a browser has: a session for the day, and the memory of having proven a password. */
@Component
public final class SignIn {

    private final Operators operators;
    private final OperatorSessions sessions;
    private final SignInLimit limit;
    private final ClientAddress addresses;
    private final boolean https;

    SignIn(
            Operators operators,
            OperatorSessions sessions,
            SignInLimit limit,
            ClientAddress addresses,
            Settings settings) {
        this.operators = operators;
        this.sessions = sessions;
        this.limit = limit;
        this.addresses = addresses;
        this.https = settings.publicUrl().https();
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The browser is signed in. */
    public record Done() implements Result {}

    /** The name or the password is wrong; which, nobody is told. */
    public record Wrong() implements Result {}

    /** Too many tries; nothing was looked at. */
    public record Later(Duration left) implements Result {}

    /** Signs the browser in if name and password are right. A session that it had ends. */
    public Result signIn(String name, String password, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> device = cookie(request, deviceCookie()).flatMap(token -> sessions.known(token, name));
        var attempt = SignInLimit.Try.of(name, device, addresses.of(request));
        Optional<Duration> wait = limit.count(attempt);
        if (wait.isPresent()) {
            return new Later(wait.get());
        }
        Optional<Operator> operator = operators.prove(name, password);
        if (operator.isEmpty()) {
            return new Wrong();
        }
        limit.clear(attempt);
        cookie(request, sessionCookie()).ifPresent(sessions::end);
        cookie(request, deviceCookie()).ifPresent(sessions::forget);
        set(response, sessionCookie(), sessions.begin(operator.get()), OperatorSessions.LIFETIME);
        set(response, deviceCookie(), sessions.know(operator.get()), OperatorSessions.DEVICE_LIFETIME);
        return new Done();
    }

    /** Ends the browser's session. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie(request, sessionCookie()).ifPresent(sessions::end);
        set(response, sessionCookie(), "", Duration.ZERO);
    }

    /** Ends every session of the operator and forgets every browser, this one too. */
    public void signOutEverywhere(Operator operator, HttpServletRequest request, HttpServletResponse response) {
        sessions.endAll(operator);
        signOut(request, response);
        set(response, deviceCookie(), "", Duration.ZERO);
    }

    Optional<Operator> operator(HttpServletRequest request) {
        return cookie(request, sessionCookie()).flatMap(sessions::find);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private void set(HttpServletResponse response, String name, String value, Duration maxAge) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(maxAge)
                        .build()
                        .toString());
    }

    private String sessionCookie() {
        return prefix() + "ziffer-operator";
    }

    private String deviceCookie() {
        return prefix() + "ziffer-operator-device";
    }

    /** Browsers take cookies of such a name from this host alone, so that a neighbour under the domain sets none. */
    private String prefix() {
        return https ? "__Host-" : "";
    }
}
