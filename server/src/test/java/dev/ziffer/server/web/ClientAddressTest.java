package dev.ziffer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                "10.0.0.1 | none | 10.0.0.1",
                "10.0.0.1 | 203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | 198.51.100.1, 203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | 198.51.100.1, 203.0.113.9, 10.0.0.2 | 203.0.113.9",
                "10.0.0.1 | 198.51.100.1; 203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9, unknown | 10.0.0.1",
                "10.0.0.1 | 2001:db8::1 | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1 | 10.0.0.3, 10.0.0.2 | 10.0.0.3",
            })
    void isTheFirstFromTheRightThatIsNoTrustedProxy(String remote, String forwarded, String client) {
        ClientAddress addresses = new ClientAddress(Settings.from(Map.of("ZIFFER_TRUSTED_PROXIES", "10.0.0.0/8")));
        List<String> lines = forwarded == null ? List.of() : Arrays.asList(forwarded.split("; ", -1));

        assertThat(addresses.of(request(remote, lines)).getHostAddress()).isEqualTo(client);
    }

    // Only these two of the many methods are asked.
    private static HttpServletRequest request(String remote, List<String> forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (_, method, _) -> switch (method.getName()) {
                    case "getRemoteAddr" -> remote;
                    case "getHeaders" -> Collections.enumeration(forwarded);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
