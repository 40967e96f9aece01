package dev.ziffer.server.experience;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What settings of the sign-in experience can be; the API has each by its name. */
public final class Choices {

    private Choices() {}

    /** A value and its name in the API. */
    interface Named {

        @JsonValue
        String wireName();
    }

    /** The values by their names, in their order. */
    static <T extends Named> Map<String, T> byName(T[] values) {
        Map<String, T> all = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> all.put(value.wireName(), value));
        return all;
    }

    /** What people may do. */
    public enum SignInMode implements Named {
        SIGN_IN("SignIn"),
        REGISTER("Register"),
        SIGN_IN_AND_REGISTER("SignInAndRegister");

        private final String wireName;

        SignInMode(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** What people are known by. */
    public enum Identifier implements Named {
        PHONE;

        @Override
        public String wireName() {
            return "phone";
        }
    }

    /** How a forgotten password is replaced. */
    public enum ForgotPasswordMethod implements Named {
        PHONE_VERIFICATION_CODE;

        @Override
        public String wireName() {
            return "PhoneVerificationCode";
        }
    }

    /** How people agree to the terms of use and the privacy policy. */
    public enum AgreeToTermsPolicy implements Named {
        /** By going on. */
        AUTOMATIC("Automatic"),
        /** By ticking a box to sign up, and by going on to sign in. */
        MANUAL_REGISTRATION_ONLY("ManualRegistrationOnly"),
        /** By ticking a box. */
        MANUAL("Manual");

        private final String wireName;

        AgreeToTermsPolicy(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** How German pages address people. */
    public enum FormOfAddress implements Named {
        DU("du"),
        SIE("Sie");

        private final String wireName;

        FormOfAddress(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
