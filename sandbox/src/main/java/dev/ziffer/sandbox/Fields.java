package dev.ziffer.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The fields of a setting of the sandbox's own; what it does not take is named, for a test would else run without it. */
final class Fields {

    /** A choice as it is written. */
    interface Choice {

        String wireName();
    }

    private final Form form;

    private Fields(Form form) {
        this.form = form;
    }

    /**
     * Reads the body of a request.
     *
     * @param of whose fields they are, such as {@code a fault}
     * @param names the names that they can have
     */
    static Fields of(Request request, String of, List<String> names) throws Request.BadRequest {
        if (!request.query().names().isEmpty()) {
            throw new Request.BadRequest(400, "The fields of " + of + " go into the body, not into the address.");
        }
        if (!request.body().isEmpty() && !request.formEncoded()) {
            throw new Request.BadRequest(
                    400,
                    "The fields of " + of + " are sent as application/x-www-form-urlencoded, not as "
                            + request.header("Content-Type").orElse("something without a Content-Type") + ".");
        }
        Form form = request.form();
        for (String name : form.names()) {
            if (!names.contains(name)) {
                throw new Request.BadRequest(
                        400, name + " is no field of " + of + "; these are: " + String.join(", ", names) + ".");
            }
        }
        return new Fields(form);
    }

    Optional<String> value(String name) {
        return form.value(name);
    }

    /** One of these choices, or the last one if none is given. */
    <E extends Choice> E choice(String name, E[] choices, E otherwise) throws Request.BadRequest {
        Optional<String> given = value(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        for (E choice : choices) {
            if (choice.wireName().equals(given.get())) {
                return choice;
            }
        }
        String known = Arrays.stream(choices).map(Choice::wireName).collect(Collectors.joining(", "));
        throw new Request.BadRequest(400, name + " is one of " + known + ".");
    }

    OptionalInt number(String name, int min, int max) throws Request.BadRequest {
        Optional<String> given = value(name);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(given.get());
            if (number >= min && number <= max) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number out of range.
        }
        throw new Request.BadRequest(400, name + " is a whole number from " + min + " to " + max + ".");
    }
}
