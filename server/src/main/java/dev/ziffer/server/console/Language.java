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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: the one chosen in this browser, else the best of ours that the browser asks for. */
final class Language implements LocaleResolver {

    private static final String COOKIE = "ziffer-language";

    private final boolean https;

    Language(Settings settings) {
        this.https = settings.publicUrl().https();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).orElseGet(() -> ErrorTexts.language(request));
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> ConsoleConfiguration.LANGUAGES.stream()
                                .filter(language -> language.getLanguage().equals(cookie.getValue())))
                        .findFirst();
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
