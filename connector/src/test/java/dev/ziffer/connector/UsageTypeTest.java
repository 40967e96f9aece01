package dev.ziffer.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UsageTypeTest {
    @Test
    void hasSignIn() {
        assertThat(UsageType.values()).contains(UsageType.SIGN_IN);
    }
}
