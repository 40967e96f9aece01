package dev.ziffer.server.messages;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ErrorCode;
import dev.ziffer.connector.Fault;
import dev.ziffer.connector.Outcome;
import dev.ziffer.connector.Retry;
import dev.ziffer.connector.Text;

/** What a provider can answer instead of a receipt. */
final class Failures {

    private static final Text TEXT = new Text("It failed.", "Es ging schief.");

    private Failures() {}

    static ConnectorException unreachable() {
        return ConnectorException.of(ErrorCode.PROVIDER_UNAVAILABLE, Outcome.NOT_SENT, TEXT, TEXT)
                .build();
    }

    static ConnectorException deadline() {
        return ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN, Outcome.UNKNOWN, TEXT, TEXT)
                .build();
    }

    static ConnectorException refused(int code) {
        return ConnectorException.of(ErrorCode.GENERAL, Outcome.REFUSED, TEXT, TEXT)
                .providerCode(code)
                .advice(Fault.NUMBER, Retry.NO)
                .build();
    }
}
