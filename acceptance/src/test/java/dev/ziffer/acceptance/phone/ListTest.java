package dev.ziffer.acceptance.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.ziffer.acceptance.phone.TestPhone.ANNA;
import static dev.ziffer.acceptance.phone.TestPhone.BEN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.ziffer.acceptance.browser.Chromium;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of phones, and the ways between its conversations. */
final class ListTest {

    private static final String OTHER = "+4915123456781";

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final TestPhone phone = new TestPhone(CHROMIUM);

    ListTest() throws IOException {}

    @Test
    void takesAPressDuringWhichMessagesArrive() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        phone.send(BEN, "Your code is 222222");
        Page page = phone.open("#/" + BEN);
        BoundingBox row = row(page, ANNA).boundingBox();
        page.mouse().move(row.x + 40, row.y + 20);
        page.mouse().down();

        phone.send(OTHER, "Your code is 333333");
        phone.send(BEN, "Your code is 444444");
        assertThat(page.locator(".item")).hasCount(2);
        page.mouse().up();

        assertThat(page).hasURL(phone.address("#/" + ANNA));
        assertThat(page.locator("#phones li").first()).hasAttribute("data-phone", BEN);
        assertThat(page.locator("#phones li")).hasCount(3);
    }

    @Test
    void keepsItsRowsAndTheFocusWhileMessagesArrive() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        phone.send(BEN, "Your code is 222222");
        Page page = phone.open("#/" + BEN);
        row(page, ANNA).focus();
        row(page, ANNA).evaluate("row => row.dataset.seen = 'yes'");

        phone.send(ANNA, "Your code is 333333");

        assertThat(page.locator("#phones li").first()).hasAttribute("data-phone", ANNA);
        assertThat(row(page, ANNA)).hasAttribute("data-seen", "yes");
        assertThat(row(page, ANNA)).isFocused();
    }

    @Test
    void countsInTheTitleWhatWasNotRead() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("#/" + ANNA);
        assertThat(page.locator(".item")).hasCount(1);

        phone.send(BEN, "Your code is 222222");
        phone.send(BEN, "Your code is 333333");

        assertThat(page).hasTitle("(2) Phone · Ziffer sandbox");
        assertThat(row(page, BEN)).containsText("Unread");
        row(page, BEN).click();
        assertThat(page).hasTitle("Phone · Ziffer sandbox");
        assertThat(row(page, BEN).locator(".new")).isHidden();
    }

    @Test
    void theLinkToTheMessagesKeepsTheConversation() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        phone.send(BEN, "Your code is 222222");
        Page page = phone.open("#/" + ANNA);
        page.locator(".item").waitFor();

        page.locator(".skip").press("Enter");

        assertThat(page.locator("main")).isFocused();
        assertThat(page).hasURL(phone.address("#/" + ANNA));
        assertThat(page.locator(".phone h1")).hasText("+49 151 2345 6789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/%", "#/nonsense", "#main", "#/+0"})
    void anUnknownPlaceIsTheNewestConversation(String place) throws Exception {
        phone.send(ANNA, "Your code is 111111");

        Page page = phone.open(place);

        assertThat(page.locator(".phone h1")).hasText("+49 151 2345 6789");
    }

    @Test
    void isEmptiedOnlyAfterAQuestion() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("");
        Locator dialog = page.locator("dialog");

        page.locator("#forget").click();
        assertThat(dialog).isVisible();
        dialog.getByText("Keep them").click();
        assertThat(dialog).isHidden();
        assertThat(page.locator("#phones li")).hasCount(1);

        page.locator("#forget").click();
        dialog.getByText("Forget them").click();
        assertThat(page.locator("#phones li")).hasCount(0);
        assertThat(page.locator("h1:visible")).hasText("Waiting for the first message");
    }

    private static Locator row(Page page, String number) {
        return page.locator("#phones li[data-phone='" + number + "'] a");
    }
}
