package dev.ziffer.sandbox;

import java.util.Optional;

/** The page that is a phone. */
final class PhonePage {

    Optional<Answer> answer(Request request) {
        return Optional.empty();
    }
}
