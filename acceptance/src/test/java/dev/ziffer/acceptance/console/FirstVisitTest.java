package dev.ziffer.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.ziffer.acceptance.browser.Chromium;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the link that a start prints to codes that go through a connector. */
final class FirstVisitTest {

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final TestConsole console = new TestConsole(CHROMIUM);

    FirstVisitTest() throws Exception {}

    @Test
    void connectsTwilioTestsSavesAndEnables() throws Exception {
        Page page = console.signedIn();
        page.getByText("Use the sandbox on this machine").click();
        assertThat(page.locator("#mark-1")).hasText("✓");
        assertThat(page.locator("#mark-2")).hasText("✓");

        page.getByLabel("Country").selectOption("GB");
        page.getByLabel("Phone number").fill("20 7946 0123");
        page.locator("button.send").click();
        assertThat(page.locator("#timeline")).containsText("To +44 20 7••• ••23");
        assertThat(page.locator("#timeline")).containsText("Accepted by Twilio");
        assertThat(page.locator("#timeline"))
                .containsText("Delivered", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        page.locator("button.primary").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved.");
        Assertions.assertThat(console.client()
                        .call("GET", "/api/connectors", null)
                        .json()
                        .get(0)
                        .path("config")
                        .path("accountSID")
                        .asString())
                .isEqualTo("AC00000000000000000000000000000000");

        page.getByText("Enable phone sign-in").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Enabled.");
        JsonNode experience =
                console.client().call("GET", "/api/sign-in-exp", null).json();
        Assertions.assertThat(experience.at("/signUp/identifiers/0").asString()).isEqualTo("phone");
        Assertions.assertThat(
                        experience.at("/signIn/methods/0/verificationCode").asBoolean())
                .isTrue();
    }

    @Test
    void usesALinkUpOnce() throws Exception {
        String link = console.setupLink();
        console.signedIn();

        Page other = console.browser();
        Response again = other.navigate(link);

        Assertions.assertThat(Objects.requireNonNull(again).status()).isEqualTo(410);
        assertThat(other.locator("h1")).hasText("This link does not work any more");
    }

    @Test
    void worksInTheOtherLanguageToo() throws Exception {
        Page page = console.browser();
        page.navigate(console.setupLink());
        page.getByText("Deutsch").click();

        assertThat(page.locator("h1")).hasText("Konsole öffnen");
        page.getByLabel("Name").fill("Ada");
        page.getByLabel("Passwort").fill(TestConsole.PASSWORD);
        page.getByText("Los geht’s").click();
        assertThat(page.locator("h1")).hasText("Twilio verbinden");
    }

    @Test
    void keepsWhatWasTypedOverAReload() throws Exception {
        Page page = console.signedIn();
        page.getByLabel("Account SID").fill("AC123");
        assertThat(page.locator("#problem-accountSID")).not().isEmpty();

        page.reload();

        assertThat(page.getByLabel("Account SID")).hasValue("AC123");
    }

    @Test
    void namesWhatNothingReadsInAPastedDocument() throws Exception {
        Page page = console.signedIn();
        page.navigate(console.address("/console/connector/json"));
        page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('{\"auth_token\": \"hush\"}')");
        page.locator("button.primary").click();

        assertThat(page.locator("#problems .warning"))
                .hasText("Nothing reads \"auth_token\". Did you mean \"authToken\"?");
    }

    @Test
    void refusesAPasswordThatIsGuessedFirstAndKeepsTheName() throws Exception {
        Page page = console.browser();
        page.navigate(console.setupLink());
        page.getByLabel("Name").fill("Ada");
        page.getByLabel("Password").fill("password12345678");
        page.getByText("Begin").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("guessed");
        assertThat(page.getByLabel("Name")).hasValue("Ada");
    }

    @Test
    void asksToSignInAndComesBack() throws Exception {
        console.signedIn();
        Page page = console.browser();

        page.navigate(console.address("/console/connector/json"));
        page.getByLabel("Name").fill("ada");
        page.getByLabel("Password").fill(TestConsole.PASSWORD);
        page.locator("button.primary").click();

        assertThat(page.locator("h1")).hasText("The configuration as JSON");
    }
}
