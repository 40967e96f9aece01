package dev.ziffer.acceptance.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.ziffer.acceptance.phone.TestPhone.ANNA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ziffer.acceptance.browser.Chromium;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A phone says STOP and START by its buttons. */
final class StopTest {

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final TestPhone phone = new TestPhone(CHROMIUM);

    StopTest() throws IOException {}

    @Test
    void isUndoneByStartWhoeverSentInBetween() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("#/" + ANNA);
        Locator keyword = page.locator(".reply .chip");
        assertThat(keyword).hasText(new String[] {"STOP"});
        keyword.click();
        assertThat(keyword).hasText(new String[] {"START"});
        assertThat(page.locator(".about")).containsText("Replied STOP");
        phone.sendFrom("Acme", ANNA, "Your code is 222222");
        assertThat(page.locator(".item")).hasCount(4);

        keyword.click();

        assertThat(keyword).hasText(new String[] {"STOP"});
        Assertions.assertThat(phone.send(ANNA, "Your code is 333333").status()).isEqualTo(201);
        assertThat(page.locator(".about")).not().containsText("STOP");
    }

    @Test
    void isNotForgottenWithTheTextOfTheReply() throws Exception {
        phone.send(ANNA, "Your code is 111111");
        Page page = phone.open("#/" + ANNA);
        page.locator(".reply .chip").click();
        assertThat(page.locator(".item")).hasCount(3);

        phone.redactAll();
        assertThat(page.locator(".bubble em")).hasCount(3);
        assertThat(page.locator(".about")).containsText("Replied STOP");
        page.reload();

        assertThat(page.locator(".about")).containsText("Replied STOP");
        assertThat(page.locator(".reply .chip")).hasText("START");
    }
}
