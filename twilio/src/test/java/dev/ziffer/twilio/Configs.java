package dev.ziffer.twilio;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Configurations that tests start from. */
final class Configs {

    static final String ACCOUNT_SID = "AC0123456789abcdef0123456789abcdef";
    static final String SERVICE_SID = "MG0123456789abcdef0123456789abcdef";

    private Configs() {}

    /** What Logto's connector stores; nothing is wrong with it. */
    static ObjectNode plain() {
        return json("""
                {
                  "accountSID": "AC0123456789abcdef0123456789abcdef",
                  "authToken": "fedcba9876543210fedcba9876543210",
                  "fromMessagingServiceSID": "MG0123456789abcdef0123456789abcdef",
                  "templates": [
                    {"usageType": "SignIn", "content": "{{code}} signs you in."},
                    {"usageType": "Register", "content": "{{code}} makes your account."},
                    {"usageType": "ForgotPassword", "content": "{{code}} resets your password."},
                    {"usageType": "Generic", "content": "{{code}} is your code."}
                  ]
                }
                """);
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
