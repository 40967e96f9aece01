package dev.ziffer.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.ziffer.acceptance.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The account's services, numbers and names, where Twilio is connected. */
final class SendersTest {

    private static final String OF_ANOTHER_SERVICE = "+15005550011";

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final TestConsole console = new TestConsole(CHROMIUM);

    private final Page page;

    SendersTest() throws Exception {
        this.page = console.signedIn();
        page.getByText("Use the sandbox on this machine").click();
        assertThat(row("Ziffer")).containsText("In use");
    }

    private Locator row(String text) {
        return page.locator("#services .rows li").filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void areTakenFromTheServiceThatHoldsThemAndTakenOutAgain() {
        page.getByText("Add a number of this account").click();
        assertThat(row(OF_ANOTHER_SERVICE)).containsText("held by “Reminders”");

        row(OF_ANOTHER_SERVICE).getByText("Move here").click();
        assertThat(row(OF_ANOTHER_SERVICE)).containsText("Take out");

        row(OF_ANOTHER_SERVICE).getByText("Take out").click();
        assertThat(row(OF_ANOTHER_SERVICE)).hasCount(0);
    }

    @Test
    void areBoughtAtThePriceThatWasConfirmed() {
        page.getByText("Search and buy a number").click();
        page.getByLabel("Country").selectOption("US");
        page.locator("button.primary").click();
        page.locator(".rows a").first().click();
        assertThat(page.locator("h1")).hasText("Buy this number?");
        assertThat(page.locator(".lead")).containsText("USD now and every month");
        String number = page.locator("input[name=number]").inputValue();

        page.locator("button.primary").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("bought");
        assertThat(row(number)).containsText("Take out");
    }

    @Test
    void areNotBoughtAtAnotherPrice() {
        page.navigate(console.address("/console/connector/numbers/buy?number=%2B14155550150&country=US&type=LOCAL"));
        page.evaluate("document.querySelector('input[name=price]').value = '0.01 USD'");
        page.locator("button.primary").click();

        assertThat(page.locator("h1")).hasText("Buy this number?");
        page.navigate(console.address("/console/connector"));
        page.getByText("Add a number of this account").click();
        assertThat(row("held by")).isVisible();
        assertThat(row("+14155550150")).hasCount(0);
    }

    @Test
    void belongToAServiceThatIsCreatedHere() {
        page.getByText("Create a Messaging Service").click();
        page.locator("#service-name").fill("Acme codes");
        page.locator("#service-name").press("Enter");

        assertThat(row("Acme codes")).containsText("In use");
        assertThat(page.locator("#services")).containsText("Nobody yet");
        page.getByText("Send as a name instead of a number").click();
        page.locator("#alpha-name").fill("Acme");
        page.locator("#alpha-name").press("Enter");
        assertThat(page.locator("#services .rows li strong").filter(new Locator.FilterOptions().setHasText("Acme")))
                .hasCount(2);
    }

    @Test
    void areMissedWhereTheServiceIsAnotherAccounts() {
        page.getByText("Type the SID by hand").click();
        page.getByLabel("Messaging Service SID").fill("MG" + "f".repeat(32));

        assertThat(page.locator("#services")).containsText("no Messaging Service with that SID");
    }

    @Test
    void areAskedForInCountriesThatTheAccountMaySendTo() {
        page.getByLabel("Country").selectOption("NG");
        assertThat(page.locator("#country-facts")).containsText("may not send to Nigeria");

        page.getByText("Allow it").click();
        page.getByLabel("Country").selectOption("NG");
        assertThat(page.locator("#country-facts")).containsText("One SMS to Nigeria");
        assertThat(page.locator("#country-facts")).not().containsText("may not");

        page.getByLabel("Country").selectOption("PK");
        page.getByText("Allow it").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("high risk");
    }
}
