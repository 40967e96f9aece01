package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.connector.Money;
import dev.ziffer.twilio.AccountException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What messages and numbers cost. */
final class PricesTest {

    @AutoClose
    private final TwilioServer twilio = new TwilioServer();

    private final TestAccount test = new TestAccount(twilio.origin());

    PricesTest() throws IOException {}

    private Prices prices() {
        return test.open().prices();
    }

    @Test
    void tellsFromTheCheapestToTheDearestCarrier() throws Exception {
        twilio.replies(200, """
                {"country": "Germany", "iso_country": "DE", "price_unit": "USD", "outbound_sms_prices": [
                  {"carrier": "A", "mcc": "262", "mnc": "01", "prices": [
                    {"number_type": "mobile", "base_price": "0.2", "current_price": "0.0975"},
                    {"number_type": "local", "base_price": "0.2", "current_price": "0.1120"}]},
                  {"carrier": "B", "mcc": "262", "mnc": "02", "prices": [
                    {"number_type": "mobile", "base_price": "0.01", "current_price": "0.1050"}]}]}
                """);

        assertThat(prices().sms("DE"))
                .hasValue(new PriceRange(new BigDecimal("0.0975"), new BigDecimal("0.1120"), "USD"));
        assertThat(twilio.requests().getFirst().path()).isEqualTo("/v1/Messaging/Countries/DE");
        assertThat(test.products).containsExactly("pricing");
    }

    @Test
    void aCountryWithoutPricesHasNone() throws Exception {
        twilio.replies(200, "{\"price_unit\": \"USD\", \"outbound_sms_prices\": []}")
                .replies(404, "{\"code\": 20404}")
                .replies(404, "{\"code\": 20404}");

        assertThat(prices().sms("AQ")).isEmpty();
        assertThat(prices().sms("AQ")).isEmpty();
        assertThat(prices().numbers("AQ")).isEmpty();
    }

    @Test
    void tellsWhatANumberOfEachTypeCosts() throws Exception {
        twilio.replies(200, """
                {"country": "United States", "iso_country": "US", "price_unit": "USD", "phone_number_prices": [
                  {"number_type": "local", "base_price": "1.50", "current_price": "1.15"},
                  {"number_type": "toll free", "base_price": "2.15", "current_price": "2.15"},
                  {"number_type": "national", "base_price": "3.00", "current_price": "3.00"}]}
                """);

        assertThat(prices().numbers("US"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        NumberType.LOCAL,
                        new Money(new BigDecimal("1.15"), "USD"),
                        NumberType.TOLL_FREE,
                        new Money(new BigDecimal("2.15"), "USD")));
        assertThat(twilio.requests().getFirst().path()).isEqualTo("/v1/PhoneNumbers/Countries/US");
    }

    @Test
    void aPriceThatIsNoNumberIsNotTold() {
        twilio.replies(200, """
                {"price_unit": "USD", "outbound_sms_prices": [{"prices": [{"current_price": "free"}]}]}
                """);

        assertThat(catchThrowableOfType(AccountException.class, () -> prices().sms("DE"))
                        .reason())
                .isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void whatIsNoCountryIsNotAskedFor() {
        assertThat(catchThrowableOfType(AccountException.class, () -> prices().sms("../x"))
                        .reason())
                .isEqualTo(Reason.INVALID_VALUE);
        assertThat(twilio.requests()).isEmpty();
    }
}
