package dev.ziffer.acceptance.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.ziffer.acceptance.phone.TestPhone.ANNA;
import static dev.ziffer.acceptance.phone.TestPhone.BEN;
import static dev.ziffer.acceptance.phone.TestPhone.NEVER_REACHED;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ziffer.acceptance.browser.Chromium;
import java.io.IOException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a conversation shows. */
final class ConversationTest {

    private static final String AT_THE_END = """
            () => {
              const log = document.querySelector(".log");
              return log && log.scrollHeight > log.clientHeight + 200
                && log.scrollHeight - log.scrollTop - log.clientHeight < 2;
            }""";

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final TestPhone phone = new TestPhone(CHROMIUM);

    ConversationTest() throws IOException {}

    @Test
    void opensAtItsNewestMessageInASmallWindow() throws Exception {
        many(ANNA);
        Page page = phone.open("", 390, 800);

        page.locator("#phones a").first().click();

        page.waitForFunction(AT_THE_END);
    }

    @Test
    void staysWhereItIsReadAndLeadsToWhatIsNew() throws Exception {
        many(ANNA);
        Page page = phone.open("#/" + ANNA);
        page.waitForFunction(AT_THE_END);
        page.locator(".log").evaluate("log => log.scrollTop = 0");
        Locator pill = page.locator(".pill");
        page.waitForFunction("() => !('follows' in document.querySelector('.log').dataset)");
        assertThat(pill).isHidden();

        phone.send(ANNA, "Your code is 777777");

        assertThat(pill).isVisible();
        Assertions.assertThat(page.locator(".log").evaluate("log => log.scrollTop"))
                .isEqualTo(0);
        pill.click();
        page.waitForFunction(AT_THE_END);
        assertThat(pill).isHidden();
    }

    @Test
    void marksWhatNeverReachedThePhoneAndOffersNoneOfItsCode() throws Exception {
        phone.send(NEVER_REACHED, "Your code is 118402");
        Page page = phone.open("#/" + NEVER_REACHED);

        Locator item = page.locator(".item.lost");
        assertThat(item.locator(".bubble")).hasText("Your code is 118402");
        assertThat(item.locator(".code")).hasCSS("text-decoration-line", "line-through");
        assertThat(item.locator("button.code, .cells")).hasCount(0);
        assertThat(item.locator(".meta")).containsText("Not delivered · 30007");
    }

    @Test
    void tellsWhatBecameOfTheRefusalThatCameLast() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("#/" + ANNA);
        Locator fate = page.locator(".fate");
        assertThat(fate).containsText("Delivered");
        page.locator(".reply .chip").click();
        assertThat(page.locator(".item")).hasCount(3);

        phone.send(ANNA, "Your code is 222222");

        assertThat(page.locator(".item.refused")).containsText("Refused · 21610");
        assertThat(fate).containsText("Refused · 21610");
        assertThat(fate).containsText("the person replied STOP");
        assertThat(fate).containsText("Nothing was stored");
        assertThat(fate.locator("dd")).hasText("400");
        assertThat(page.locator(".item.refused")).not().containsText("Refused · 21610 Refused");
    }

    @Test
    void tellsWhatBecameOfTheMessageWhoseLineIsPressed() throws Exception {
        String first =
                phone.send(ANNA, "Your code is 111111").json().path("sid").asString();
        String second =
                phone.send(ANNA, "Your code is 222222").json().path("sid").asString();
        Page page = phone.open("#/" + ANNA);
        Locator sid = page.locator(".fate .sid");
        assertThat(sid).hasText(second);

        page.locator(".item .meta button").first().press("Enter");

        assertThat(sid).hasText(first);
    }

    @Test
    void keepsWhatBecameOfItBelowInANarrowWindow() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("#/" + ANNA, 390, 800);
        assertThat(page.locator(".fate .short")).hasText("Delivered · +1 500 555 0006");
        assertThat(page.locator(".fate .sid")).isHidden();

        page.locator(".fate summary").click();

        assertThat(page.locator(".fate .sid")).isVisible();
        assertThat(page.locator(".reply input")).isVisible();
    }

    @Test
    void showsWhatAFaultDidToARequest() throws Exception {
        phone.fault("fault=too_many_requests&next=1");
        phone.send(ANNA, "Your code is 111111");
        phone.fault("fault=drop_after_accept&next=1");
        Page page = phone.open("#/" + ANNA);

        assertThat(page.locator(".item.hit")).hasText(Pattern.compile("Fault: answered 429$"));
        assertThat(page.locator("#fault-banner")).containsText("Connection dropped");
    }

    @Test
    void saysThatNothingWasSentToANumberYet() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("#/" + BEN);

        assertThat(page.locator(".phone")).containsText("Nothing was sent to this number yet");
        page.locator(".yet .primary").click();
        assertThat(page.locator(".item.got")).hasCount(1);
        assertThat(page.locator(".yet")).isHidden();
    }

    @Test
    void saysWhatWasGivenWhereItIsNoNumber() throws Exception {
        phone.send("0151 23", "Your code is 111111");
        Page page = phone.open("#/?");

        assertThat(page.locator(".item.refused")).containsText("0151 23");
        assertThat(page.locator(".about")).containsText("no phone number");
        assertThat(page.locator(".phone header button")).hasCount(0);
    }

    @Test
    void namesTheSenderWhereItIsAnother() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        phone.sendFrom("Acme", ANNA, "Your code is 222222");
        phone.sendFrom("Acme", ANNA, "Your code is 333333");
        Page page = phone.open("#/" + ANNA);

        assertThat(page.locator(".item .from:visible")).hasText(new String[] {"From Acme"});
    }

    private void many(String to) throws Exception {
        for (int i = 0; i < 20; i++) {
            phone.send(to, "Your code is " + (100_000 + i));
        }
    }
}
