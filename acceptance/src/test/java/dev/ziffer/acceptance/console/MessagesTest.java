package dev.ziffer.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Wait;
import dev.ziffer.acceptance.browser.Chromium;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What became of messages, and how it is found. */
final class MessagesTest {

    private static final String OFF = "15005530003";

    /** From the first asking to the last, on a machine with other work too. */
    private static final ContainsTextOptions IN_THE_END = new ContainsTextOptions().setTimeout(30_000);

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private static TestConsole console;

    private static Page page;

    @BeforeAll
    static void start() throws Exception {
        console = new TestConsole(CHROMIUM);
        page = console.signedIn();
    }

    @Test
    void followsAMessageToItsDeliveryAndItsCheck() throws Exception {
        String phone = Numbers.fresh();
        String id = console.client().send(phone).messageId();
        page.navigate(console.address("/console/messages/" + id));

        assertThat(page.locator("#timeline")).containsText("Asked for");
        assertThat(page.locator("#timeline")).containsText("Delivered", IN_THE_END);
        assertThat(page.locator("#timeline [hx-get]")).hasCount(0);

        console.client().verify(phone, "000000");
        page.reload();
        assertThat(page.locator("#timeline")).containsText("One wrong code entered");
    }

    @Test
    void explainsWhyAMessageDidNotArrive() throws Exception {
        String id = console.client().send(OFF).messageId();
        page.navigate(console.address("/console/messages/" + id));
        assertThat(page.locator("#timeline")).containsText("Not delivered", IN_THE_END);
        page.locator("#timeline").getByText("Error 30003").click();

        assertThat(page.locator("h1")).hasText("Error 30003");
        page.getByText("Messages with this error").click();
        assertThat(rows().first()).containsText("Not delivered");
        assertThat(rows().first()).containsText("30003");
    }

    @Test
    void findsANumberWithoutPuttingItIntoAnAddress() throws Exception {
        String phone = Numbers.fresh();
        console.client().send(phone);
        console.client().send(Numbers.fresh());
        page.navigate(console.address("/console/messages"));
        Assertions.assertThat(rows().count()).isGreaterThan(1);

        find("+" + phone);

        assertThat(rows()).hasCount(1);
        Assertions.assertThat(page.url()).matches(".*/console/messages\\?number=[A-Za-z0-9_-]{22}");
        Assertions.assertThat(page.content()).doesNotContain(phone, phone.substring(2));
        find("12");
        assertThat(page.locator("#unfound")).isVisible();
        assertThat(page.locator("#what")).hasValue("12");
    }

    @Test
    void findsAMessageByEachOfItsIds() throws Exception {
        String id = console.client().send(Numbers.fresh()).messageId();
        var message = console.client().message(id);

        find(message.path("twilioSid").asString());
        assertThat(rows()).hasCount(1);
        find(message.path("requestId").asString());
        assertThat(rows()).hasCount(1);
        find(id);
        assertThat(page.locator("#timeline")).isVisible();
    }

    @Test
    void narrowsTheListByItsAddress() throws Exception {
        console.client().send(Numbers.fresh());
        page.navigate(console.address("/console/messages"));
        page.locator("summary").click();
        page.getByLabel("Country").selectOption("FJ");
        page.getByText("Apply").click();
        assertThat(page.getByText("Nothing found.")).isVisible();
        assertThat(page).hasURL(Pattern.compile("country=FJ"));

        page.getByLabel("Country").selectOption("DE");
        page.getByText("Apply").click();
        assertThat(rows().first()).containsText("DE");
        page.navigate(console.address("/console/messages?state=lost"));
        assertThat(page.locator("h1")).hasText("That did not work");
    }

    @Test
    void showsWhatLimitsRefusedBesideTheNumbersMessages() throws Exception {
        String phone = Numbers.fresh();
        for (int send = 0; send < 12; send++) {
            console.client().send(phone);
        }
        Wait.until("what was refused is written", () -> {
            find("+" + phone);
            return page.locator(".note.warn").count() > 0;
        });

        assertThat(page.locator(".note.warn")).containsText("10 codes to a number in 10 min · 2 times");
        page.navigate(console.address("/console/messages/limited"));
        assertThat(rows().first()).containsText("2 times");
    }

    @Test
    void exportsTheListWithoutNumbersAndFormulas() throws Exception {
        String phone = Numbers.fresh();
        String id = console.client().send(phone).messageId();
        page.navigate(console.address("/console/messages"));
        Download file =
                page.waitForDownload(() -> page.getByText("Export as CSV").click());
        String csv = Files.readString(file.path());

        Assertions.assertThat(csv)
                .startsWith("\uFEFFid,created,")
                .contains(id, ",'+49 151• •••••" + phone.substring(phone.length() - 2) + ",DE,")
                .doesNotContain(phone, ",+");
    }

    private static void find(String what) {
        page.navigate(console.address("/console/messages"));
        page.locator("#what").fill(what);
        page.locator("#what").press("Enter");
    }

    private static Locator rows() {
        return page.locator("table.list tbody tr");
    }
}
