package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ErrorCode;
import dev.ziffer.connector.Problem;
import dev.ziffer.server.web.Issue;
import dev.ziffer.server.web.RequestError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What the API answers when a connector could not do what was asked: never the provider's raw answer. */
public final class ConnectorErrors {

    /** For a provider that asks for fewer requests and does not say for how long. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private ConnectorErrors() {}

    /** The answer for this failure, with the operator's text. */
    public static RequestError of(ConnectorException e) {
        String code = "connector." + e.code().wireName();
        if (e.code() == ErrorCode.INVALID_CONFIG) {
            return Issue.error(code, issues(e.validation().errors()));
        }
        RequestError error = RequestError.of(HttpStatus.valueOf(e.code().httpStatus()), code)
                .withMessage(e::operatorText)
                .withData(data(e));
        return e.code() == ErrorCode.RATE_LIMIT_EXCEEDED
                ? error.withRetryAfter(e.retryAfter().orElse(WAIT))
                : error;
    }

    static List<Issue> issues(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Issue(problem.path(), problem.code(), problem::message))
                .toList();
    }

    private static Map<String, Object> data(ConnectorException e) {
        Map<String, Object> data = new LinkedHashMap<>();
        e.providerCode().ifPresent(code -> data.put("twilioCode", code));
        e.fault().ifPresent(fault -> data.put("fault", fault.wireName()));
        e.retry().ifPresent(retry -> data.put("retry", retry.wireName()));
        if (e.requestId() != null) {
            data.put("twilioRequestId", e.requestId());
        }
        return data;
    }
}
