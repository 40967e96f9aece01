package dev.ziffer.server.console;

import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.web.ErrorTexts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleContextResolver;

/**
 * The language of a page: the one chosen in this browser, else the best of ours that the browser asks for. And the zone
 * of its times: what the browser's script says in a cookie, UTC before it did.
 */
final class Language implements LocaleContextResolver {

    private static final String COOKIE = "ziffer-language";
    private static final String ZONE_COOKIE = "ziffer-zone";

    private final boolean https;

    Language(Settings settings) {
        this.https = settings.publicUrl().https();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).orElseGet(() -> ErrorTexts.language(request));
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(resolveLocale(request), zone(request));
    }

    /** What is no zone is GMT by the JDK's own rule. */
    private static TimeZone zone(HttpServletRequest request) {
        return TimeZone.getTimeZone(cookie(request, ZONE_COOKIE).orElse("UTC"));
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return cookie(request, COOKIE)
                .flatMap(chosen -> ConsoleConfiguration.LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(chosen))
                        .findFirst());
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

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        setLocale(request, response, context == null ? null : context.getLocale());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null && ConsoleConfiguration.LANGUAGES.contains(locale)) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, locale.getLanguage())
                            .httpOnly(true)
                            .secure(https)
                            .sameSite("Lax")
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
        }
    }
}
