package dev.ziffer.server.experience;

import dev.ziffer.server.web.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Logto's sign-in experience has and this one does not. Programs that read it find it off, and may send it back so;
 * to turn it on is refused.
 */
@Component
final class Absent {

    private static final String OFF = """
            {
              "tenantId": "default",
              "id": "default",
              "hideLogtoBranding": false,
              "socialSignIn": {},
              "socialSignInConnectorTargets": [],
              "customCss": null,
              "customContent": {},
              "customUiAssets": null,
              "customUiCsp": {},
              "mfa": {"factors": [], "policy": "NoPrompt"},
              "adaptiveMfa": {},
              "singleSignOnEnabled": false,
              "supportEmail": null,
              "supportWebsiteUrl": null,
              "unknownSessionRedirectUrl": null,
              "captchaPolicy": {},
              "sentinelPolicy": {},
              "emailBlocklistPolicy": {},
              "emailAllowlistPolicy": {},
              "passkeySignIn": {},
              "signUpProfileFields": [],
              "passwordExpiration": {}
            }
            """;

    private final ObjectNode off;

    Absent(JsonMapper json) {
        this.off = (ObjectNode) json.readTree(OFF);
    }

    /** Shows it, off. */
    void addTo(ObjectNode shown) {
        shown.setAll(off.deepCopy());
    }

    /** These names, and those of what is shown off. */
    String[] and(List<String> names) {
        return Stream.concat(names.stream(), off.propertyNames().stream()).toArray(String[]::new);
    }

    /** Reports what would be on. */
    void refuseOn(Body body) {
        for (Map.Entry<String, JsonNode> field : off.properties()) {
            refuseOn(body, field.getKey(), field.getValue());
        }
    }

    /** Reports a field that is anything but empty, false or what it always is. */
    static void refuseOn(Body body, String field, @Nullable JsonNode always) {
        JsonNode value = body.value(field);
        if (value != null && !value.equals(always) && !isOff(value)) {
            body.refuse(field);
        }
    }

    private static boolean isOff(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> true;
            case BOOLEAN -> !value.booleanValue();
            case STRING -> value.stringValue().isEmpty();
            case ARRAY -> value.isEmpty();
            case OBJECT -> {
                // Without a factor, a policy of second factors concerns nobody.
                boolean noFactors =
                        value.path("factors").isArray() && value.path("factors").isEmpty();
                yield value.values().stream().allMatch(member -> isOff(member) || (noFactors && member.isString()));
            }
            default -> false;
        };
    }
}
