package dev.ziffer.twilio;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Message;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.Templates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends with one account.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio, Messages resource</a>
 */
final class TwilioConnector implements SmsConnector {

    private static final Duration SHORTEST_VALIDITY = Duration.ofSeconds(1);
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 10;

    private final TwilioConfig config;
    private final Templates templates;
    private final RestClient client;
    private final URI origin;
    private final String messages;
    private final URI list;
    private final String authorization;

    TwilioConnector(TwilioConfig config, URI origin, RestClient client) {
        this.config = config;
        this.templates = new Templates(config.templates());
        this.client = client;
        this.origin = origin;
        this.authorization = config.credentials().authorization();
        this.messages = "/2010-04-01/Accounts/" + config.credentials().accountSid() + "/Messages";
        this.list = origin.resolve(messages + ".json");
    }

    @Override
    public String render(Message message) throws ConnectorException {
        return templates.render(message);
    }

    @Override
    public Receipt send(Message message) throws ConnectorException {
        String form = form(message, render(message));
        HttpRequest request = request(list)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        Answer answer;
        try {
            answer = client.exchange(request);
        } catch (Unanswered e) {
            throw Failures.notAnswered(e);
        }
        if (!answer.successful()) {
            throw Failures.notSent(answer);
        }
        try {
            return MessageJson.message(answer);
        } catch (IOException e) {
            throw Failures.acceptedUnreadably(answer, e);
        }
    }

    @Override
    public Receipt fetch(String messageId) throws ConnectorException {
        return ask(origin.resolve(messages + "/" + Form.encode(messageId) + ".json"), MessageJson::message);
    }

    @Override
    public List<Receipt> sentTo(String to, Instant since) throws ConnectorException {
        Instant earliest = since.truncatedTo(ChronoUnit.SECONDS); // Twilio's times are whole seconds
        var found = new ArrayList<Receipt>();
        String query = new Form().add("To", to).add("PageSize", PAGE_SIZE).encoded();
        URI next = origin.resolve(messages + ".json?" + query);
        for (int pages = 0; next != null && pages < MOST_PAGES; pages++) {
            MessageJson.Page page = ask(next, MessageJson::page);
            List<Receipt> recent = page.messages().stream()
                    .filter(receipt -> !receipt.createdAt().isBefore(earliest))
                    .toList();
            found.addAll(recent);
            next = recent.isEmpty() ? null : following(page);
        }
        found.sort(Comparator.comparing(Receipt::createdAt).reversed());
        return List.copyOf(found);
    }

    private String form(Message message, String body) {
        var form = new Form().add("To", message.to());
        if (config.messagingServiceSid() != null) {
            form.add("MessagingServiceSid", config.messagingServiceSid());
        }
        if (config.from() != null) {
            form.add("From", config.from());
        }
        form.add("Body", body)
                .add("ValidityPeriod", validitySeconds(message.validity()))
                .add("ProvideFeedback", "true")
                .add("Attempt", message.attempt());
        if (config.disableRiskCheck()) {
            form.add("RiskCheck", "disable");
        }
        return form.encoded();
    }

    private static long validitySeconds(Duration validity) {
        if (validity.compareTo(SHORTEST_VALIDITY) < 0) {
            return SHORTEST_VALIDITY.toSeconds();
        }
        return (validity.compareTo(LONGEST_VALIDITY) > 0 ? LONGEST_VALIDITY : validity).toSeconds();
    }

    private interface Reader<T> {
        T read(Answer answer) throws IOException;
    }

    private <T> T ask(URI uri, Reader<T> reader) throws ConnectorException {
        Answer answer;
        try {
            answer = client.exchange(request(uri).GET().build());
        } catch (Unanswered e) {
            throw Failures.notRead(e);
        }
        if (!answer.successful()) {
            throw Failures.notTold(answer);
        }
        try {
            return reader.read(answer);
        } catch (IOException e) {
            throw Failures.unreadable(answer, e);
        }
    }

    /** Where the next page is, if it is one of this account's lists. */
    private @Nullable URI following(MessageJson.Page page) {
        String next = page.next();
        if (next == null || !next.startsWith(messages + ".json?")) {
            return null;
        }
        try {
            return origin.resolve(next);
        } catch (IllegalArgumentException e) {
            return null; // not a URI
        }
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }
}
