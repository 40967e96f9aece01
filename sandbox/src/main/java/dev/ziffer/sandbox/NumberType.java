package dev.ziffer.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of numbers that can be bought here, with the three names that Twilio's APIs have for each. */
enum NumberType {
    @JsonProperty("local")
    LOCAL("Local", "local", "local"),
    @JsonProperty("mobile")
    MOBILE("Mobile", "mobile", "mobile"),
    @JsonProperty("toll_free")
    TOLL_FREE("TollFree", "toll_free", "toll free");

    private final String path;
    private final String resource;
    private final String priced;

    NumberType(String path, String resource, String priced) {
        this.path = path;
        this.resource = resource;
        this.priced = priced;
    }

    /** The kind that is searched for under this part of a path. */
    static Optional<NumberType> ofPath(String path) {
        return Arrays.stream(values()).filter(type -> type.path.equals(path)).findFirst();
    }

    /** Its name in the path of a search. */
    String path() {
        return path;
    }

    /** Its name among a country's subresources. */
    String resource() {
        return resource;
    }

    /** Its name in a price list. */
    String priced() {
        return priced;
    }
}
