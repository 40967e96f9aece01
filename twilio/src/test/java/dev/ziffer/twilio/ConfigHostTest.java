package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts, regions and edges a configuration may name. */
final class ConfigHostTest extends ConfigChecks {

    @Test
    void takesARegionAndAnEdge() {
        config.put("region", "ie1").put("edge", "sao-paulo");

        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "region, IE1",
        "region, ie1.evil.example",
        "region, ireland",
        "edge, dublin.x",
        "edge, -dublin",
        "edge, Dublin",
        "edge, a/b",
        "edge, @evil"
    })
    void refusesARegionOrEdgeThatIsNotOneLabelOfAHostName(String key, String value) {
        assertThat(errorsOf(config.put(key, value))).containsExactly(key + ": malformed_" + key);
    }

    @ParameterizedTest
    @CsvSource({
        "api.twilio.com, api.twilio.com",
        "api.ie1.twilio.com, api.ie1.twilio.com",
        "api.dublin.ie1.twilio.com, api.dublin.ie1.twilio.com",
        "api.sao-paulo.us1.twilio.com, api.sao-paulo.us1.twilio.com",
        "API.Dublin.IE1.Twilio.com, api.dublin.ie1.twilio.com",
    })
    void takesTheHostThatLogtoTakes(String host, String used) {
        config.put("host", host);

        assertThat(errors()).isEmpty();
        assertThat(Objects.requireNonNull(new ConfigReader(config, 6).read())
                        .credentials()
                        .origin(TwilioHosts.twilio(), "api"))
                .hasToString("https://" + used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.dublin.twilio.com",
                "api.ie1.dublin.twilio.com",
                "api.x.dublin.ie1.twilio.com",
                "messaging.twilio.com",
                "twilio.com",
                "api.twilio.com.evil.example",
                "evil.example/api.twilio.com",
                "evil.example#api.twilio.com",
                "apiXtwilio.com",
                "https://api.twilio.com",
                "api.twilio.com:443",
                "api.-x.ie1.twilio.com",
                "api.twilio.com\n",
            })
    void refusesHostsThatAreNotTwiliosApi(String host) {
        assertThat(errorsOf(config.put("host", host))).containsExactly("host: malformed_host");
    }

    @ParameterizedTest
    @CsvSource({
        "api.twilio.com, region, us1",
        "api.ie1.twilio.com, region, ie1",
        "api.dublin.ie1.twilio.com, region, ie1",
        "api.dublin.ie1.twilio.com, edge, dublin",
    })
    void takesAHostThatAgreesWithRegionAndEdge(String host, String key, String value) {
        assertThat(errorsOf(config.put("host", host).put(key, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api.twilio.com, region, ie1",
        "api.twilio.com, edge, dublin",
        "api.ie1.twilio.com, region, au1",
        "api.ie1.twilio.com, edge, dublin",
        "api.dublin.ie1.twilio.com, region, us1",
        "api.dublin.ie1.twilio.com, edge, ashburn",
    })
    void refusesAHostThatContradictsRegionOrEdge(String host, String key, String value) {
        assertThat(errorsOf(config.put("host", host).put(key, value))).containsExactly("host: contradictory_host");
    }
}
