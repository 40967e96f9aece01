package dev.ziffer.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where signing in leads. */
final class SignInTargetTest {

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/connector", "/console/messages?state=failed&page=2"})
    void isThePageThatWasAskedFor(String to) {
        assertThat(SignInController.within(to)).isEqualTo(to);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://evil.example/console",
                "//evil.example/console",
                "/\\evil.example",
                "\\\\evil.example",
                "/console/../api",
                "/console/%2e%2e/%2e%2e//evil.example",
                "/consolelike",
                "/api/users",
                "javascript:alert(1)",
                "/console/connector\r\nSet-Cookie: a=b",
                "/console/sign-in"
            })
    void isTheConsoleForEverythingElse(String to) {
        assertThat(SignInController.within(to)).isEqualTo("/console");
    }

    @Test
    void staysOnThisServerWhateverIsEncoded() {
        assertThat(SignInController.within("/console/%2F%2Fevil.example")).startsWith("/console/");
    }
}
