package dev.ziffer.connector;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a message is for. Each has its own template; {@link #GENERIC} stands in for any without one. */
public enum UsageType {
    /** Signing in to an existing account. */
    SIGN_IN("SignIn"),
    /** Making a new account. */
    REGISTER("Register"),
    /** Choosing a new password after the old one was forgotten. */
    FORGOT_PASSWORD("ForgotPassword"),
    /** Being invited to an organization. */
    ORGANIZATION_INVITATION("OrganizationInvitation"),
    /** Anything else. */
    GENERIC("Generic"),
    /** Proving oneself again before something that matters. */
    USER_PERMISSION_VALIDATION("UserPermissionValidation"),
    /** Adding a phone number to an existing account. */
    BIND_NEW_IDENTIFIER("BindNewIdentifier"),
    /** The second step of a sign-in. */
    MFA_VERIFICATION("MfaVerification"),
    /** Setting up the phone as a second step. */
    BIND_MFA("BindMfa");

    private static final Map<String, UsageType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(UsageType::wireName, Function.identity()));

    private static final Set<UsageType> REQUIRED =
            Collections.unmodifiableSet(EnumSet.of(SIGN_IN, REGISTER, FORGOT_PASSWORD, GENERIC));

    private final String wireName;

    UsageType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in configurations and requests, such as {@code SignIn}. */
    public String wireName() {
        return wireName;
    }

    /** The usage type of this name; upper and lower case matter. */
    public static Optional<UsageType> of(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** Those that every configuration must have a template for: SignIn, Register, ForgotPassword, Generic. */
    public static Set<UsageType> required() {
        return REQUIRED;
    }
}
