package dev.ziffer.connector;

/** What a message is for. */
public enum UsageType {
    /** A sign-in. */
    SIGN_IN
}
