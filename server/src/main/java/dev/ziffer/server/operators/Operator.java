package dev.ziffer.server.operators;

import java.time.Instant;

/**
 * A person who may use the console.
 *
 * @param id 12 characters of {@code [0-9a-z]}
 * @param name what the person signs in with, as shown; unique whatever its capitals
 * @param role what the person may do
 * @param createdAt since when
 */
public record Operator(String id, String name, Role role, Instant createdAt) {

    /** Whether the person may change settings. */
    public boolean administrator() {
        return role == Role.ADMINISTRATOR;
    }
}
