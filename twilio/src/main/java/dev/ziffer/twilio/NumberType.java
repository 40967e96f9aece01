package dev.ziffer.twilio;

import java.util.Arrays;
import java.util.Optional;

/** What kind of number is offered, held or priced. */
public enum NumberType {
    /** Of a town or an area. */
    LOCAL("Local"),
    /** Of a mobile network. */
    MOBILE("Mobile"),
    /** Free for who calls it. */
    TOLL_FREE("TollFree");

    private final String resource;

    NumberType(String resource) {
        this.resource = resource;
    }

    /** Its name in Twilio's paths. */
    String resource() {
        return resource;
    }

    /** By its name in Twilio's answers, which write it in several ways. */
    static Optional<NumberType> of(String name) {
        String letters = name.replaceAll("[ _-]", "");
        return Arrays.stream(values())
                .filter(type -> type.resource.equalsIgnoreCase(letters))
                .findFirst();
    }
}
