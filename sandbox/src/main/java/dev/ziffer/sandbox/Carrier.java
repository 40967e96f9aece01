package dev.ziffer.sandbox;

import dev.ziffer.sandbox.Incidents.Incident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes messages and hands them to the phones, and takes the phones' replies. Safe for use by many threads. */
final class Carrier {

    private final Messages messages;
    private final OptOuts optOuts;
    private final Incidents incidents = new Incidents();
    private final MessageSids sids;
    private final Events events;
    private final Duration pace;
    private final Clock clock;

    Carrier(SandboxOptions options, Events events) {
        this.messages = new Messages(options.maxMessages());
        this.clock = options.clock();
        this.sids = new MessageSids(clock.instant());
        this.events = events;
        this.optOuts = new OptOuts(events);
        this.pace = options.pace();
    }

    Messages messages() {
        return messages;
    }

    Instant now() {
        return clock.instant();
    }

    /** Accepts a message, unless its recipient replied STOP. */
    Message send(SendRequest request, Account account) throws Refusal {
        Instant now = now();
        long sequence = sids.next();
        Message message = new Message(
                sequence,
                MessageSids.sid(sequence),
                account.sid(),
                Message.Direction.OUTBOUND_API,
                request.to(),
                request.sender(),
                request.serviceSid(),
                request.body(),
                Segments.count(request.body()),
                now,
                Journey.sent(
                        TestNumbers.ofRecipient(request.to()),
                        request.serviceSid() != null,
                        now,
                        request.validity(),
                        pace),
                null,
                request.feedbackWanted());
        if (optOuts.forbid(message)) {
            throw new Refusal(TwilioError.OPTED_OUT);
        }
        add(message);
        return message;
    }

    /**
     * Takes a reply to the newest message of a phone that is from a number, and answers it if it is one of Twilio's
     * keywords.
     *
     * @return the reply and the answer, if there is one; empty if the phone has no message to reply to
     */
    Optional<List<Message>> reply(String phone, String text) {
        return messages.ofPhone(phone).filter(Message::fromNumber).findFirst().map(message -> {
            Message reply = answering(message, Message.Direction.INBOUND, text);
            add(reply);
            Optional<Message> answer = Keyword.of(text).map(keyword -> {
                act(keyword, message);
                return answering(message, Message.Direction.OUTBOUND_REPLY, keyword.answer());
            });
            answer.ifPresent(this::add);
            return answer.map(added -> List.of(reply, added)).orElseGet(() -> List.of(reply));
        });
    }

    /** Whether a phone has any message. */
    boolean knows(String phone) {
        return messages.ofPhone(phone).findAny().isPresent();
    }

    /** The phones that replied STOP. */
    List<String> stopped() {
        return optOuts.phones();
    }

    /** The newest message to a phone with a code in it. */
    Optional<Message> newestWithCode(String phone) {
        return messages.ofPhone(phone)
                .filter(message -> message.code().isPresent())
                .findFirst();
    }

    /** Notes that a request to send to this number was refused. */
    void refused(String to, TwilioError error) {
        add(to, error, error.status(), false);
    }

    /** Notes that a fault happened to a request to send to this number; status 0 means that it was not answered. */
    void hit(String to, int status, boolean stored) {
        add(to, null, status, stored);
    }

    /** The newest requests that did not go well, the oldest first. */
    List<Incident> incidents() {
        return incidents.all();
    }

    /** Takes a message's text away and returns what is left. */
    Message redact(Message message) {
        Message redacted = message.redacted(now());
        messages.change(message, _ -> redacted);
        events.message(redacted);
        return redacted;
    }

    void delete(Message message) {
        if (messages.remove(message)) {
            events.removed(message);
        }
    }

    /** Forgets every message and every opt-out. */
    void clear() {
        messages.clear();
        optOuts.clear();
        incidents.clear();
        events.cleared();
    }

    private void act(Keyword keyword, Message message) {
        switch (keyword) {
            case STOP -> optOuts.add(message.accountSid(), message.phone());
            case START -> optOuts.remove(message.accountSid(), message.phone());
            case HELP -> {
                // Only answered.
            }
        }
    }

    private Message answering(Message message, Message.Direction direction, String text) {
        Instant now = now();
        long sequence = sids.next();
        return new Message(
                sequence,
                MessageSids.sid(sequence),
                message.accountSid(),
                direction,
                message.phone(),
                message.sender(),
                message.serviceSid(),
                text,
                Segments.count(text),
                now,
                direction == Message.Direction.INBOUND
                        ? Journey.received(now)
                        : Journey.sent(Fate.DELIVERED, false, now, Duration.ofHours(10), pace),
                null,
                false);
    }

    private void add(String to, @Nullable TwilioError refusal, int status, boolean stored) {
        Incident incident = new Incident(
                sids.next(),
                SendRequest.number(to).orElse("?"),
                to.substring(0, Math.min(to.length(), 32)),
                refusal,
                status,
                stored,
                now());
        incidents.add(incident);
        events.incident(incident);
    }

    private void add(Message message) {
        messages.add(message);
        events.message(message);
    }
}
