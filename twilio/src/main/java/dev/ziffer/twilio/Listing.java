package dev.ziffer.twilio;

import java.util.List;

/**
 * What a list of Twilio's holds, as far as it was read.
 *
 * @param items in Twilio's order
 * @param complete false if there is more: the list is longer than is read, or something in it cannot be read
 */
public record Listing<T>(List<T> items, boolean complete) {

    /** Copies the items. */
    public Listing {
        items = List.copyOf(items);
    }
}
