package dev.ziffer.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.ziffer.acceptance.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console says to mistakes; whatever else was typed is still there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WrongInputTest {

    private final Chromium chromium = new Chromium();
    private final TestConsole console = new TestConsole(chromium);
    private final Page page;

    WrongInputTest() throws Exception {
        this.page = console.signedIn();
    }

    @BeforeAll
    void connectTheSandbox() {
        page.getByText("Use the sandbox on this machine").click();
        assertThat(page.locator("#account")).containsText("full account");
    }

    @BeforeEach
    void openThePage() {
        page.navigate(console.address("/console/connector"));
    }

    @AfterAll
    void end() {
        console.close();
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 12, so many digits",
        "US, +15005550001, cannot send to the recipient",
        "DE, drei, must be a phone number",
        "GB, 0800 123456, Codes are not sent to this kind",
    })
    void saysWhatIsWrongWithANumber(String country, String number, String sentence) {
        page.getByLabel("Country").selectOption(country);
        page.getByLabel("Phone number").fill(number);
        page.locator("button.send").click();

        assertThat(page.locator("#test-problem")).containsText(sentence);
        assertThat(page.getByLabel("Phone number")).hasValue(number);
        assertThat(page.getByLabel("Country")).hasValue(country);
    }

    @Test
    void saysThatALanguageIsNone() {
        page.getByLabel("Phone number").fill("+447700900123");
        page.locator("#language").fill("!!");
        page.locator("button.send").click();

        assertThat(page.locator("#test-problem")).containsText("language tag");
    }

    @Test
    void explainsAWrongTokenAndForgetsItsMaskWithTheAccount() {
        page.getByLabel("Auth token").fill("f".repeat(32));

        assertThat(page.locator("#account")).containsText("does not accept the credentials");
        page.getByText("Use the sandbox on this machine").click();
        assertThat(page.locator("#account")).containsText("full account");
    }

    @Test
    void marksATextWithoutACodeAndRefusesToSaveIt() {
        Locator text = page.locator("textarea:visible");
        String before = text.inputValue();
        text.fill("Hello");
        assertThat(page.locator(".panel:visible .problem")).containsText("{{code}}");
        assertThat(page.locator("#mark-3")).hasText("3");

        page.locator("#save button.primary").click();
        assertThat(page.locator("#problems")).containsText("One thing keeps this from being saved");

        page.locator("textarea:visible").fill(before);
        assertThat(page.locator("#mark-3")).hasText("✓");
    }

    @Test
    void refusesALanguageForATextAndTakesItOutAgain() {
        page.locator("#add-usage").selectOption("Generic");
        page.locator("#add-language").fill("x y");
        page.getByText("Add a text").click();
        page.getByRole(AriaRole.TAB).last().click();

        assertThat(page.locator(".panel:visible .problem")).isVisible();
        page.getByText("Remove this text").click();
        assertThat(page.getByRole(AriaRole.TAB)).hasCount(4);
    }

    @Test
    void keepsJsonThatIsNoneInTheEditorAndSaysWhere() {
        page.navigate(console.address("/console/connector/json"));
        page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('{\"accountSID\": }')");
        page.getByText("Take it over").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 1");
        assertThat(page.locator(".CodeMirror")).containsText("\"accountSID\": }");
    }

    @Test
    void showsEveryMistakeOfTheSignInExperienceAtItsField() {
        page.navigate(console.address("/console/experience"));
        page.locator("#codeLength").fill("99");
        page.locator("#termsOfUseUrl").fill("javascript:alert(1)");
        page.locator("#brandName").fill("Acme");
        page.getByText("Save").last().click();

        assertThat(page.locator("#problem-codes")).containsText("4");
        assertThat(page.locator("#problem-terms")).containsText("https");
        assertThat(page.locator("#brandName")).hasValue("Acme");
    }

    @Test
    void asksToLoadAPageAnewWhoseFormIsTooOld() {
        page.context().clearCookies(new ClearCookiesOptions().setName("ziffer-form"));
        page.locator("#save button.primary").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("load the page anew");
    }

    @ParameterizedTest
    @CsvSource({
        "/console/nothing, no such thing",
        "/console/messages?state=nonsense, delivered",
        "/console/connector/numbers/buy, not well-formed",
        "/console/errors/0, no such thing",
    })
    void answersAnAddressThatIsNoneByAPage(String address, String sentence) {
        page.navigate(console.address(address));

        assertThat(page.locator("h1")).hasText("That did not work");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(sentence);
    }
}
