package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwilioHostsTest {

    @ParameterizedTest
    @CsvSource({
        ",,https://api.twilio.com",
        "ie1,,https://api.ie1.twilio.com",
        "ie1,dublin,https://api.dublin.ie1.twilio.com",
        ",dublin,https://api.dublin.us1.twilio.com",
    })
    void twiliosHostIsMadeOfProductEdgeAndRegion(String region, String edge, String origin) {
        assertThat(TwilioHosts.twilio().origin("api", region, edge, Configs.ACCOUNT_SID))
                .hasToString(origin);
    }
}
