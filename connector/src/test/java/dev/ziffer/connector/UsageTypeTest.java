package dev.ziffer.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UsageTypeTest {

    @Test
    void hasTheNamesThatConfigurationsUse() {
        assertThat(UsageType.values())
                .extracting(UsageType::wireName)
                .containsExactly(
                        "SignIn",
                        "Register",
                        "ForgotPassword",
                        "OrganizationInvitation",
                        "Generic",
                        "UserPermissionValidation",
                        "BindNewIdentifier",
                        "MfaVerification",
                        "BindMfa");
        assertThat(UsageType.values())
                .allMatch(type -> UsageType.of(type.wireName()).orElseThrow() == type);
    }

    @Test
    void upperAndLowerCaseMatter() {
        assertThat(UsageType.of("signin")).isEmpty();
        assertThat(UsageType.of("")).isEmpty();
    }

    @Test
    void fourMustHaveATemplate() {
        assertThat(UsageType.required())
                .containsExactlyInAnyOrder(
                        UsageType.SIGN_IN, UsageType.REGISTER, UsageType.FORGOT_PASSWORD, UsageType.GENERIC);
    }
}
