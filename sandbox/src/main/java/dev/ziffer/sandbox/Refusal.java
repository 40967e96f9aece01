package dev.ziffer.sandbox;

/** A request to Twilio's API that is refused; its answer is Twilio's error body. */
final class Refusal extends Exception {

    private final TwilioError error;

    Refusal(TwilioError error) {
        this(error, error.text());
    }

    Refusal(TwilioError error, String text) {
        super(text, null, false, false);
        this.error = error;
    }

    TwilioError error() {
        return error;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
