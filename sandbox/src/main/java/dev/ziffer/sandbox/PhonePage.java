package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that is a phone, in English and German, with its style, scripts, fonts and mark. */
final class PhonePage {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "woff2", "font/woff2");
    static final List<String> FILES = List.of(
            "look.css",
            "phone.css",
            "phone.js",
            "account.js",
            "banners.js",
            "bubbles.js",
            "conversation.js",
            "copy.js",
            "empty.js",
            "fate.js",
            "faults.js",
            "forget.js",
            "live.js",
            "log.js",
            "messages.js",
            "numbers.js",
            "page.js",
            "phones.js",
            "reply.js",
            "requests.js",
            "logo.svg",
            "inter.woff2",
            "jetbrains-mono.woff2");
    private static final Map<String, String> PAGE_HEADERS = Map.of(
            "Content-Type",
            "text/html; charset=utf-8",
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy",
            "same-origin");
    private static final String COOKIE = "ziffer-sandbox-lang";
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final Map<String, Answer> files =
            FILES.stream().collect(Collectors.toUnmodifiableMap(name -> name, PhonePage::file));
    private final Map<String, Answer> pages = Map.of("en", page("en"), "de", page("de"));

    /** The answer to a request, or empty if the path is no part of the page. */
    Optional<Answer> answer(Request request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (!reads || request.path().size() != 1) {
            return Optional.empty();
        }
        String name = request.path().getFirst();
        return name.isEmpty() ? Optional.of(page(request)) : Optional.ofNullable(files.get(name));
    }

    /** The language that was chosen last, else the browser's, else English. */
    private Answer page(Request request) {
        Optional<String> chosen = request.query().value("lang").filter(pages::containsKey);
        if (chosen.isPresent()) {
            return Objects.requireNonNull(pages.get(chosen.get()))
                    .with(Map.of(
                            "Set-Cookie", COOKIE + "=" + chosen.get() + "; Path=/; Max-Age=31536000; SameSite=Lax"));
        }
        String language = request.header("Cookie")
                .flatMap(PhonePage::cookie)
                .or(() -> request.header("Accept-Language").flatMap(PhonePage::accepted))
                .orElse("en");
        return Objects.requireNonNull(pages.get(language));
    }

    private static Optional<String> cookie(String header) {
        Matcher matcher = Pattern.compile(COOKIE + "=(en|de)(?:;|$)").matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> accepted(String header) {
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("en", "de")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Fills the page's places with the texts of one language, all of them again as JSON for the scripts. */
    private static Answer page(String language) {
        Map<String, String> texts = new LinkedHashMap<>();
        Json.MAPPER
                .readTree(resource("text.json"))
                .forEachEntry((key, byLanguage) ->
                        texts.put(key, byLanguage.get(language).asString()));
        texts.put("lang", language);
        String all = Json.MAPPER.writeValueAsString(texts);
        texts.put("text", all);
        String html = PLACE.matcher(new String(resource("index.html"), UTF_8))
                .replaceAll(
                        place -> Matcher.quoteReplacement(escaped(Objects.requireNonNull(texts.get(place.group(1))))));
        return new Answer(200, PAGE_HEADERS, html.getBytes(UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Answer file(String name) {
        String type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        return new Answer(200, Map.of("Content-Type", type), resource(name));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(PhonePage.class.getResourceAsStream("page/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
