package dev.ziffer.acceptance.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.ziffer.acceptance.phone.TestPhone.ANNA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ziffer.acceptance.browser.Chromium;
import java.io.IOException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Codes and numbers are copied by a click and stay what they are. */
final class CopyTest {

    private static final Pattern DONE = Pattern.compile("\\bdone\\b");

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final TestPhone phone = new TestPhone(CHROMIUM);

    CopyTest() throws IOException {}

    @Test
    void aCodeStaysACodeHoweverOftenItIsCopied() throws Exception {
        phone.send(ANNA, "Your code is 407162");
        Page page = phone.open("#/" + ANNA);
        Locator code = page.locator("button.code");

        code.click();
        assertThat(code).hasClass(DONE);
        assertThat(code).hasText("407162");
        code.click();

        assertThat(page.locator("#said")).containsText("Copied");
        Assertions.assertThat(page.evaluate("() => navigator.clipboard.readText()"))
                .isEqualTo("407162");
        assertThat(code).not().hasClass(DONE);
        assertThat(code).hasText("407162");
    }

    @Test
    void aLabelComesBackHoweverOftenItIsPressed() throws Exception {
        phone.send(ANNA, "Your code is 407162");
        Page page = phone.open("#/" + ANNA);
        Locator label = page.locator(".cells .label");

        label.click();
        assertThat(label).hasText("Copied");
        label.click();

        assertThat(label).hasText("Copy code");
    }

    @Test
    void theTextIsSelectedWhereTheBrowserDoesNotAllowCopying() throws Exception {
        phone.send(ANNA, "Your code is 407162");
        Page page = phone.open("#/" + ANNA);
        page.locator("button.code").waitFor();
        // As it is where a page may not use it.
        page.evaluate("() => delete Navigator.prototype.clipboard");

        page.locator("button.code").click();

        assertThat(page.locator("#said")).containsText("selected");
        assertThat(page.locator("button.code")).hasText("407162");
        Assertions.assertThat(page.evaluate("() => getSelection().toString()")).isEqualTo("407162");
    }
}
