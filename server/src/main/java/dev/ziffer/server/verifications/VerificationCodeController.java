package dev.ziffer.server.verifications;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.UsageType;
import dev.ziffer.server.applications.Caller;
import dev.ziffer.server.connectors.ActiveConnector;
import dev.ziffer.server.connectors.ConnectorErrors;
import dev.ziffer.server.messages.Dispatch;
import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.protection.Rules;
import dev.ziffer.server.storage.Revision;
import dev.ziffer.server.web.Body;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.VerificationKey;
import dev.ziffer.verification.Verifications;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Sends codes and checks them, for the calling application: another one's codes are out of its reach. */
@RestController
@RequestMapping("/api/verification-codes")
final class VerificationCodeController {

    private static final int LONGEST_CODE = 64;

    private final Verifications verifications;
    private final ActiveConnector activeConnector;
    private final Protection protection;
    private final Revision revision;
    private final Dispatch dispatch;
    private final CheckMetrics metrics;

    VerificationCodeController(
            Verifications verifications,
            ActiveConnector activeConnector,
            Protection protection,
            Revision revision,
            Dispatch dispatch,
            CheckMetrics metrics) {
        this.verifications = verifications;
        this.activeConnector = activeConnector;
        this.protection = protection;
        this.revision = revision;
        this.dispatch = dispatch;
        this.metrics = metrics;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(@RequestBody JsonNode json, Caller caller, HttpServletResponse response) {
        long revision = this.revision.current();
        Rules rules = protection.rules(revision);
        SendRequest request = SendRequest.read(Body.of(json), rules);
        try {
            ActiveConnector.Active active = activeConnector.get(revision);
            String id = dispatch.send(new Dispatch.Order(
                    new StartRequest(
                            key(request.number(), request.usageType(), caller), rules.policy(), rules.limits()),
                    request.usageType(),
                    request.locale(),
                    caller.applicationId(),
                    active.id(),
                    active.account(),
                    active.connector(),
                    null));
            response.setHeader(Dispatch.MESSAGE_ID_HEADER, id);
        } catch (ConnectorException e) {
            throw ConnectorErrors.of(e);
        }
    }

    @PostMapping("/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(@RequestBody JsonNode json, Caller caller) {
        Body body = Body.of(json);
        PhoneNumber number = SendRequest.phone(body);
        UsageType usageType = SendRequest.usageType(body);
        SendRequest.locale(body);
        String code = body.text("verificationCode", LONGEST_CODE);
        body.check();
        if (number == null) {
            throw new IllegalStateException("a missing number passed the check");
        }
        CheckResult result = verifications.check(key(number, usageType, caller), code);
        metrics.checked(usageType, result);
        switch (result) {
            case CheckResult.Approved _ -> {}
            case CheckResult.Incorrect(int left) ->
                throw refused("code_mismatch").withData(Map.of("attemptsLeft", left));
            case CheckResult.Exhausted _ -> throw refused("exceed_max_try");
            case CheckResult.Expired _ -> throw refused("expired");
            case CheckResult.NotFound _ -> throw refused("not_found");
        }
    }

    private static VerificationKey key(PhoneNumber number, UsageType usageType, Caller caller) {
        return new VerificationKey(number, usageType.wireName(), caller.applicationId());
    }

    private static RequestError refused(String reason) {
        return RequestError.of(HttpStatus.BAD_REQUEST, "verification_code." + reason);
    }
}
