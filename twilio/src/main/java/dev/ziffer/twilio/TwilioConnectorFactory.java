package dev.ziffer.twilio;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.connector.ErrorCode;
import dev.ziffer.connector.Fault;
import dev.ziffer.connector.Metadata;
import dev.ziffer.connector.Outcome;
import dev.ziffer.connector.Retry;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.Text;
import dev.ziffer.connector.Validation;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Connectors that send through the operator's own Twilio account.
 *
 * <p>A configuration is what Logto's Twilio connector takes: {@code accountSID}, {@code authToken},
 * {@code fromMessagingServiceSID}, {@code templates} and, optional, {@code disableRiskCheck} and {@code host}. Beside it
 * may be {@code apiKeySID} and {@code apiKeySecret} instead of the auth token, {@code from} instead of the Messaging
 * Service, {@code region} and {@code edge} instead of the host, and a {@code locale} in each template. With both an API key and an auth token, the
 * key is used. Every other field has no effect and is warned of.
 *
 * <p>Errors have the codes {@code required}, {@code empty}, {@code wrong_type}, {@code malformed_sid},
 * {@code malformed_secret}, {@code malformed_sender}, {@code malformed_region}, {@code malformed_edge},
 * {@code malformed_host}, {@code contradictory_host}, {@code malformed_locale}, {@code unknown_usage_type}, {@code template_missing}, {@code duplicate_template},
 * {@code code_missing}, {@code unknown_placeholder} and {@code too_long}; warnings {@code unknown_field},
 * {@code several_segments}, {@code ucs2} and {@code link}.
 */
public final class TwilioConnectorFactory implements ConnectorFactory {

    private final TwilioHosts hosts;
    private final RestClient client;

    /** Sends to Twilio. */
    public TwilioConnectorFactory() {
        this(TwilioHosts.twilio());
    }

    /** Sends where {@code hosts} says. */
    public TwilioConnectorFactory(TwilioHosts hosts) {
        this(hosts, RestClient.httpClient());
    }

    /**
     * Sends where {@code hosts} says, through this HTTP client.
     *
     * @param client should have a connect timeout of at most 2 seconds and follow no redirects
     */
    public TwilioConnectorFactory(TwilioHosts hosts, HttpClient client) {
        this(hosts, new RestClient(client));
    }

    TwilioConnectorFactory(TwilioHosts hosts, RestClient client) {
        this.hosts = hosts;
        this.client = client;
    }

    @Override
    public Metadata metadata() {
        return TwilioMetadata.METADATA;
    }

    @Override
    public Validation validate(JsonNode config, int codeLength) {
        var reader = new ConfigReader(config, codeLength);
        reader.read();
        return reader.problems().validation();
    }

    @Override
    public SmsConnector open(JsonNode config, int codeLength) throws ConnectorException {
        var reader = new ConfigReader(config, codeLength);
        TwilioConfig read = reader.read();
        if (read == null) {
            throw ConnectorException.of(
                            ErrorCode.INVALID_CONFIG,
                            Outcome.NOT_SENT,
                            new Text(
                                    "The connector's configuration cannot be used. Mend what is listed.",
                                    "Die Konfiguration des Connectors ist nicht brauchbar. Beheben Sie das"
                                            + " Aufgeführte."),
                            TwilioErrors.userText("cannot_send"))
                    .advice(Fault.OPERATOR, Retry.FIX)
                    .validation(reader.problems().validation())
                    .build();
        }
        return new TwilioConnector(read, read.credentials().origin(hosts, "api"), client);
    }

    /**
     * The account that a configuration names, which may be a draft: only its credentials, region, edge and host are
     * read, and nothing is asked of Twilio. Empty while one of these is missing or malformed.
     */
    public Optional<TwilioAccount> account(JsonNode config) {
        var problems = new Problems();
        Credentials credentials = new CredentialsReader(new Fields(config, List.of(), problems), problems).read();
        return Optional.ofNullable(credentials).map(found -> new TwilioAccount(new AccountApi(found, hosts, client)));
    }

    @Override
    public List<String> secretScope() {
        return List.of("accountSID", "apiKeySID", "region", "edge", "host");
    }
}
