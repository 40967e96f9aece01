package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The newest code of a phone as plain text. */
final class CodeTest {

    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Your code is 123456. It is valid for 10 minutes.,  123456",
        "1234567890 is your code,                           1234567890",
        "Your code: 0042,                                   0042",
        "Call 123 for help. Code 98765,                     98765",
        "Order 12345678901 has code 5555,                   5555",
        "Acme 2025: your code is 48213,                     48213",
        "© 1999 Acme. Code 2031 or 7312,                    7312",
        "Your code is 2025.,                                2025",
        "Your code is 20251,                                20251",
    })
    void isTheFirstRunOfFourToTenDigitsThatIsNoYear(String body, String code) {
        client.send(Client.PHONE, body);

        HttpResponse<String> response = client.get("/phones/4915123456789/code");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(response.body()).isEqualTo(code + "\n");
        assertThat(client.get("/phones/%2B4915123456789/code").body()).isEqualTo(code + "\n");
    }

    @Test
    void isWhatTheLastLineBindsToAWebPage() {
        client.send(Client.PHONE, "Order 4711 of 2025: confirm with 90210.\n\n@acme.example #90210");
        assertThat(client.get("/phones/4915123456789/code").body()).isEqualTo("90210\n");

        client.send(Client.PHONE, "Your code is 55555. See @acme.example #1234");
        assertThat(client.get("/phones/4915123456789/code").body()).isEqualTo("55555\n");
    }

    @Test
    void isTheNewest() {
        client.send(Client.PHONE, "Your code is 111111");
        client.send(Client.PHONE, "Your code is 222222");
        client.send("+4915123456780", "Your code is 333333");
        client.send(Client.PHONE, "Welcome");

        assertThat(client.get("/phones/4915123456789/code").body()).isEqualTo("222222\n");
    }

    @Test
    void isMissingWithASentenceThatSaysWhatToDo() {
        HttpResponse<String> response = client.get("/phones/015123456789/code");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("country code");
    }
}
