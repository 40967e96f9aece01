package dev.ziffer.server.protection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ziffer.verification.PhoneNumber;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The countries that codes may go to, as ISO 3166-1 alpha-2 codes; empty allows all.
 *
 * @param allowed the codes, in upper case
 */
public record Countries(@JsonValue NavigableSet<String> allowed) {

    /** No country is excluded. */
    public static final Countries ALL = new Countries(new TreeSet<>());

    @JsonCreator
    static Countries of(Collection<String> allowed) {
        return new Countries(new TreeSet<>(allowed));
    }

    /** Whether codes may go to this number. A number that belongs to no country is allowed only where all are. */
    public boolean allow(PhoneNumber number) {
        return allowed.isEmpty() || number.region().filter(allowed::contains).isPresent();
    }
}
