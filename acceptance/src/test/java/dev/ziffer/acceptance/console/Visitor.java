package dev.ziffer.acceptance.console;

import dev.ziffer.acceptance.Answer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts and without a window: it keeps cookies, reads pages and sends their forms. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final URI server;

    Visitor(URI server) {
        this.server = server;
    }

    /** A request to an address of the console, as it is. */
    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** The page at an address, wherever it leads first. */
    Document page(String path) throws IOException, InterruptedException {
        Answer answer = get(path);
        for (int hops = 0; answer.status() == 302 && hops < 5; hops++) {
            answer = get(target(answer));
        }
        return page(answer);
    }

    static Document page(Answer answer) {
        return Jsoup.parse(answer.response().body());
    }

    /** Where an answer leads to. */
    static String target(Answer answer) {
        return answer.header("Location").orElseThrow(() -> new AssertionError("it leads nowhere: " + answer.status()));
    }

    /** Sends the page's only form to this address with what its fields hold, other than these. */
    Answer submit(Document page, String action, Map<String, String> values) throws IOException, InterruptedException {
        Element form = page.selectFirst("form[action=" + action + "]");
        if (form == null) {
            throw new AssertionError("no form to " + action + " in " + page.text());
        }
        return submit(form, values);
    }

    Answer submit(Element form, Map<String, String> values) throws IOException, InterruptedException {
        Map<String, String> sent = fields(form);
        sent.putAll(values);
        return post(form.attr("action"), sent);
    }

    /** What a form holds as it came. */
    static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            boolean off = field.is("input[type=checkbox]:not([checked]), input[type=radio]:not([checked])");
            if (!off) {
                fields.put(field.attr("name"), field.is("select") ? chosen(field) : field.val());
            }
        }
        return fields;
    }

    private static String chosen(Element select) {
        Element option = Optional.ofNullable(select.selectFirst("option[selected]"))
                .orElseGet(() -> select.selectFirst("option"));
        return option == null ? "" : option.val();
    }

    Answer post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The value of a cookie that it has. */
    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Uses a link up to become an administrator of this name; the last page. */
    Document setUp(String link, String name, String password) throws IOException, InterruptedException {
        Document page = page(link);
        return follow(submit(page, "/console/setup", Map.of("name", name, "password", password)));
    }

    /** Signs in; the last page. */
    Document signIn(String name, String password) throws IOException, InterruptedException {
        return follow(submit(page("/console/sign-in"), "/console/sign-in", Map.of("name", name, "password", password)));
    }

    private Document follow(Answer answer) throws IOException, InterruptedException {
        return answer.status() == 302 ? page(target(answer)) : page(answer);
    }
}
