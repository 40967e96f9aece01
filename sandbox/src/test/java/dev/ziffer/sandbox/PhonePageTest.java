package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that is a phone, as it is delivered. */
final class PhonePageTest {

    private static final Pattern IMPORT = Pattern.compile("(?:from|import) \"\\./([^\"]+)\"");

    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-AT,de;q=0.9,en;q=0.8 | de
            en-GB                   | en
            fr,de;q=0.5             | de
            fr                      | en
            ;;;                     | en
            """)
    void speaksTheBrowsersLanguage(String accepted, String language) {
        HttpResponse<String> response = client.exchange(HttpRequest.newBuilder(client.uri("/"))
                .header("Accept-Language", accepted)
                .build());

        assertThat(response.body()).contains("<html lang=\"" + language + "\">").doesNotContain("{{");
    }

    @Test
    void remembersTheLanguageThatWasChosen() {
        String cookie =
                client.get("/?lang=de").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("ziffer-sandbox-lang=de;").contains("SameSite=Lax");

        HttpResponse<String> response = client.exchange(HttpRequest.newBuilder(client.uri("/"))
                .header("Accept-Language", "en")
                .header("Cookie", "a=b; ziffer-sandbox-lang=de")
                .build());
        assertThat(response.body()).contains("<html lang=\"de\">");
        assertThat(client.get("/?lang=xx").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void runsNothingInlineAndNothingOfOthers() {
        HttpResponse<String> response = client.get("/");

        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.body())
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
        assertThat(response.body()).doesNotContain("http://").doesNotContain("https://");
    }

    @ParameterizedTest
    @MethodSource("files")
    void comesWithItsFiles(String name) {
        HttpResponse<String> response = client.get("/" + name);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).as("markup made of text").doesNotContain("innerHTML", "insertAdjacentHTML");
        for (String imported : IMPORT.matcher(response.body())
                .results()
                .map(found -> found.group(1))
                .toList()) {
            assertThat(PhonePage.FILES).contains(imported);
        }
    }

    static List<String> files() {
        return PhonePage.FILES;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/text.json", "/../numbers.json", "/phone.css/", "/nothing", "/%2F"})
    void givesOutNothingElse(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void hasNoTextThatIsNeverShown() {
        String page = resource("index.html");
        String scripts = PhonePage.FILES.stream()
                .filter(name -> name.endsWith(".js"))
                .map(PhonePageTest::resource)
                .collect(Collectors.joining());
        Stream<String> statuses = Arrays.stream(Status.values()).map(Status::wireName);
        Stream<String> kinds = Arrays.stream(Fault.Kind.values()).map(kind -> "fault_" + kind.wireName());
        Stream<String> groups = Stream.of("laterToText", "refusedToText", "sendersText");
        Stream<String> account = Stream.<Fields.Choice[]>of(
                        AccountSettings.Status.values(),
                        AccountSettings.Type.values(),
                        AccountSettings.CampaignState.values(),
                        AccountSettings.TollFreeState.values())
                .flatMap(Arrays::stream)
                .map(choice -> "account_" + choice.wireName());
        Stream<String> callbacks =
                Arrays.stream(CallbackFault.Kind.values()).map(kind -> "callbacks_" + kind.wireName());
        List<String> chosenByName = Stream.of(statuses, kinds, groups, account, callbacks)
                .flatMap(names -> names)
                .toList();

        assertThat(Json.MAPPER.readTree(resource("text.json")).propertyNames())
                .filteredOn(key -> !page.contains("{{" + key + "}}")
                        && !scripts.contains("\"" + key + "\"")
                        && !chosenByName.contains(key))
                .isEmpty();
    }

    @Test
    void bringsItsFontsWithTheirLicences() {
        HttpResponse<String> font = client.get("/inter.woff2");

        assertThat(font.headers().firstValue("Content-Type")).hasValue("font/woff2");
        assertThat(font.body()).startsWith("wOF2");
        assertThat(resource("inter.LICENSE.txt")).contains("SIL Open Font License");
        assertThat(resource("jetbrains-mono.LICENSE.txt")).contains("SIL Open Font License");
    }

    @Test
    void hasEveryTextInBothLanguages() {
        Json.MAPPER.readTree(resource("text.json")).forEachEntry((key, text) -> {
            assertThat(text.path("en").asString("")).as(key).isNotBlank();
            assertThat(text.path("de").asString("")).as(key).isNotBlank();
        });
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PhonePage.class.getResourceAsStream("page/" + name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
