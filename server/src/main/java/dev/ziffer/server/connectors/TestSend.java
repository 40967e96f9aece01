package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.connector.UsageType;
import dev.ziffer.server.messages.Dispatch;
import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.server.protection.Rules;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.VerificationKey;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sends a message with a sample code through a configuration that need not be saved. */
@Component
final class TestSend {

    /** The ledger's name for a configuration that is not saved. */
    static final String UNSAVED_ID = "test";

    private final Accounts accounts;
    private final Dispatch dispatch;

    TestSend(Accounts accounts, Dispatch dispatch) {
        this.accounts = accounts;
        this.dispatch = dispatch;
    }

    /**
     * Sends to whom the request names.
     *
     * @param config one that was checked
     * @param callerId who asks: an application's id, or an operator's
     * @return the message's id in the ledger
     */
    String send(SendRequest request, Rules rules, ConnectorFactory factory, JsonNode config, String callerId) {
        try {
            var key = new VerificationKey(request.number(), purpose(request.usageType()), callerId);
            return dispatch.send(new Dispatch.Order(
                    new StartRequest(key, rules.policy(), rules.limits()),
                    request.usageType(),
                    request.locale(),
                    callerId,
                    UNSAVED_ID,
                    accounts.of(config),
                    factory.open(config, rules.policy().codeLength()),
                    "0".repeat(rules.policy().codeLength())));
        } catch (ConnectorException e) {
            throw ConnectorErrors.of(e);
        }
    }

    // No check asks for it, so a test opens nothing; it takes its share of the number's limits all the same.
    private static String purpose(UsageType usageType) {
        return "test:" + usageType.wireName();
    }
}
