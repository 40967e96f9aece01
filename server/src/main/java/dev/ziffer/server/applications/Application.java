package dev.ziffer.server.applications;

import java.util.Set;

/**
 * A program that may call.
 *
 * @param id its client id
 * @param name what people call it
 * @param secretHash what its secret is compared with; see {@link SecretHash}
 * @param scopes what it may ask for
 */
record Application(String id, String name, String secretHash, Set<String> scopes) {

    Application {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "Application[id=" + id + "]";
    }
}
