package dev.ziffer.acceptance.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.ziffer.acceptance.phone.TestPhone.ANNA;
import static dev.ziffer.acceptance.phone.TestPhone.BEN;

import com.microsoft.playwright.Page;
import dev.ziffer.acceptance.Wait;
import dev.ziffer.acceptance.browser.Chromium;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What fails is said where it was done. */
final class FailureTest {

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final TestPhone phone = new TestPhone(CHROMIUM);

    FailureTest() throws IOException {}

    @Test
    void aReplyThatNobodyTookIsKeptAndSaidSo() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("#/" + ANNA);
        page.locator(".reply input").fill("Thank you");
        phone.stop();

        page.locator(".reply [type=submit]").click();

        assertThat(page.locator(".answer .result")).containsText("No answer");
        assertThat(page.locator(".answer .result")).isVisible();
        assertThat(page.locator(".reply input")).hasValue("Thank you");
    }

    @Test
    void aFaultThatCouldNotBeSetOrTurnedOffIsSaidSo() throws Exception {
        phone.fault("fault=server_error");
        Page page = phone.open("#/faults");
        page.locator("#fault-banner").waitFor();
        phone.stop();

        page.locator(".fault .primary").click();
        assertThat(page.locator(".fault .result")).containsText("No answer");
        page.locator("#fault-off").click();
        assertThat(page.locator("#fault-off-failure")).containsText("No answer");
    }

    @Test
    void aPageThatHearsNothingSaysSoAndComesBack() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("");
        assertThat(page.locator("#phones li")).hasCount(1);
        phone.stop();
        assertThat(page.locator("#silent")).containsText("does not answer");

        phone.startAgain();

        assertThat(page.locator("#silent")).isHidden();
        assertThat(page.locator("#phones li")).hasCount(0);
    }

    @Test
    void aPageForWhichThereIsNoPlaceSaysSoAndComesBack() throws Exception {
        Page page;
        try (Listeners _ = new Listeners(phone.uri(), 32)) {
            page = phone.open("");
            assertThat(page.locator("#silent")).containsText("All 32 places");
        }
        phone.send(ANNA, "Your code is 111111");

        assertThat(page.locator("#silent")).isHidden();
    }

    @Test
    void aTabThatNobodyLooksAtGivesItsPlaceBackAndCatchesUp() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("#/" + ANNA);
        assertThat(page.locator("#phones li")).hasCount(1);
        page.clock().install();
        look(page, false);

        page.clock().fastForward(31_000);

        Wait.until("all places are free", () -> {
            // The sandbox notices at the next event that nobody listens any more.
            phone.send(BEN, "Your code is 222222");
            try (Listeners _ = new Listeners(phone.uri(), 32)) {
                return true;
            } catch (IOException _) {
                return false;
            }
        });
        assertThat(page.locator("#phones li")).hasCount(1);
        look(page, true);
        assertThat(page.locator("#phones li")).hasCount(2);
        assertThat(page.locator("#phones .unread")).containsText("+49 151 2345 6780");
    }

    /** Shows the tab or another one in its place; a browser without a window has no tabs to choose from. */
    private static void look(Page page, boolean at) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                !at);
    }
}
