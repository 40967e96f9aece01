package dev.ziffer.acceptance.api;

import java.util.List;
import java.util.Map;

/** Numbers, codes and secrets where none belong. */
final class Misplaced {

    private Misplaced() {}

    /** Puts each of them into every part of requests. */
    static void everywhere(Api api, String phone, String code, String secret) throws Exception {
        for (String misplaced : List.of(phone, "+" + phone, code, secret)) {
            String encoded = misplaced.replace("+", "%2B");
            for (String path : List.of(
                    "/" + encoded,
                    "/api/messages/" + encoded,
                    "/api/messages?phone=" + encoded,
                    "/api/messages?phone=" + encoded + "%FF",
                    "/api/messages?state=" + encoded,
                    "/api/connectors/" + encoded,
                    "/api/connector-factories/" + encoded,
                    "/api/connectors/" + encoded + "/%2F",
                    "/api/%00" + encoded)) {
                api.get(path);
                api.delete(path);
            }
            if (!misplaced.equals(secret)) {
                // The caller's own id of a request is what the log is to have.
                api.with("X-Request-Id", misplaced).get("/api/connectors");
            }
            api.with("Accept-Language", misplaced).get("/api/messages/none");
            api.with("Authorization", "Bearer " + misplaced).get("/api/connectors");
            api.with("Authorization", misplaced).get("/api/connectors");
            api.with("Content-Type", misplaced).post("/api/connectors", "{}");
            api.with("Content-Type", "application/" + misplaced).post("/api/connectors", "{}");
            api.form(
                    "/oidc/token",
                    "grant_type=" + encoded + "&scope=" + encoded + "&client_id=" + encoded + "&client_secret="
                            + encoded);
            api.call("PUT", "/api/verification-codes/" + encoded, null);
            for (String field : List.of("phone", "usageType", "locale", "verificationCode", misplaced)) {
                api.post("/api/verification-codes", Map.of(field, misplaced));
                api.post("/api/verification-codes/verify", Map.of(field, misplaced));
                api.post("/api/verification-codes", "{\"phone\":\"" + phone + "\",\"" + field + "\":" + misplaced);
            }
            for (String field : List.of(
                    "accountSID", "fromMessagingServiceSID", "region", "edge", "disableRiskCheck", "templates")) {
                api.post("/api/connectors", Json.connector(Json.config().put(field, misplaced)));
            }
            api.post("/api/connectors", Map.of("connectorId", misplaced, "id", misplaced + "!"));
            api.patch("/api/sign-in-exp", Map.of(misplaced, misplaced));
            api.patch(
                    "/api/sign-in-exp", Map.of("signInMode", misplaced, "termsOfUseUrl", misplaced, "mfa", misplaced));
            api.patch("/api/sign-in-exp", Map.of("signUp", Map.of("identifiers", List.of(misplaced))));
        }
    }
}
