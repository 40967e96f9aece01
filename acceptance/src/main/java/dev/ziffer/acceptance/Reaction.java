package dev.ziffer.acceptance;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What happens to a request to send a message. */
@FunctionalInterface
public interface Reaction {

    /** The message is accepted and the answer says so. */
    Reaction ACCEPT = exchange -> exchange.answerAccepted(exchange.accept());

    /** Twilio has no time: 429, error 20429. */
    Reaction TOO_MANY_REQUESTS = error(429, 20429);

    /** The connection is reset, and nothing was accepted. */
    Reaction RESET = Exchange::reset;

    /** The message is accepted, then the connection is reset. */
    Reaction ACCEPT_AND_RESET = exchange -> {
        exchange.accept();
        exchange.reset();
    };

    /** The message is accepted, and the answer cannot be read. */
    Reaction ACCEPT_AND_GARBLE = exchange -> {
        exchange.accept();
        exchange.answer(201, "Created", Map.of("sid", "garbled"));
    };

    /** The request is lost on its way: nothing is accepted and nothing answered; the connection stays open. */
    Reaction LOSE = Exchange::awaitEnd;

    /** The message is accepted, and nothing answered; the connection stays open. */
    Reaction ACCEPT_AND_SILENCE = exchange -> {
        exchange.accept();
        exchange.awaitEnd();
    };

    /** Reacts. */
    void to(Exchange exchange) throws IOException, InterruptedException;

    /** An answer with one of Twilio's errors; nothing is accepted. */
    static Reaction error(int status, int code) {
        return exchange -> exchange.answerError(status, code);
    }

    /** The message is accepted, the answer is an error all the same. */
    static Reaction acceptAndError(int status, int code) {
        return exchange -> {
            exchange.accept();
            exchange.answerError(status, code);
        };
    }

    /** The message is accepted; the answer waits until the latch is open. */
    static Reaction acceptAndHold(CountDownLatch latch) {
        return exchange -> {
            Sms sms = exchange.accept();
            latch.await();
            exchange.answerAccepted(sms);
        };
    }
}
