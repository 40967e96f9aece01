package dev.ziffer.connector;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A kind of connector: what it is, and how one is made from a configuration. Safe for use by many threads. */
public interface ConnectorFactory {

    /** How this kind describes itself. */
    Metadata metadata();

    /**
     * Finds every problem of a configuration at once, without calling anybody.
     *
     * @param codeLength how many digits the codes have; the rendered templates are measured with as many
     */
    Validation validate(JsonNode config, int codeLength);

    /**
     * Makes a connector. Nobody is called before the connector is used.
     *
     * @throws ConnectorException with {@link ErrorCode#INVALID_CONFIG} and everything that is wrong
     */
    SmsConnector open(JsonNode config, int codeLength) throws ConnectorException;

    /**
     * The fields that say where the secrets are shown to. Whoever changes one of them must give the secrets anew, so
     * that no kept secret can be sent to another account or host.
     */
    List<String> secretScope();
}
