package dev.ziffer.acceptance.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.ziffer.acceptance.phone.TestPhone.ANNA;
import static dev.ziffer.acceptance.phone.TestPhone.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.ziffer.acceptance.browser.Chromium;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What Twilio decides about the account is set on a page, and shown above every other. */
final class AccountTest {

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @AutoClose
    private final TestPhone phone = new TestPhone(CHROMIUM);

    AccountTest() throws IOException {}

    @Test
    void aTrialIsSetAndSendsToVerifiedNumbersOnly() throws Exception {
        Page page = phone.open("#/account");
        page.locator("select[name=type]").selectOption("Trial");
        page.locator("input[name=verified]").fill(ANNA);

        page.locator(".account .primary").click();

        assertThat(page.locator(".account .result")).containsText("The account is set");
        assertThat(page.locator("#account-banner")).containsText("Account: Trial");
        assertThat(phone.send(ANNA, "Your code is 111111").status()).isEqualTo(201);
        assertThat(phone.send(BEN, "Your code is 222222").json().path("code").asInt())
                .isEqualTo(21608);
    }

    @Test
    void aSuspendedAccountIsPutBack() throws Exception {
        Page page = phone.open("#/account");
        page.locator("input[value=suspended]").check();
        page.locator(".account .primary").click();
        assertThat(page.locator("#account-banner")).containsText("Suspended");
        assertThat(phone.send(ANNA, "Your code is 111111").json().path("code").asInt())
                .isEqualTo(20005);

        page.locator(".account .plain").click();

        assertThat(page.locator("#account-banner")).isHidden();
        assertThat(page.locator("input[value=active]")).isChecked();
        assertThat(page.locator(".account .result")).containsText("as at first");
        assertThat(phone.send(ANNA, "Your code is 111111").status()).isEqualTo(201);
    }

    @Test
    void aSettingThatIsRefusedIsSaidSo() {
        Page page = phone.open("#/account");
        page.locator("input[name=balance]").fill("much");

        page.locator(".account .primary").click();

        assertThat(page.locator(".account .result")).containsText("balance is an amount");
        assertThat(page.locator("input[name=balance]")).hasValue("much");
    }
}
