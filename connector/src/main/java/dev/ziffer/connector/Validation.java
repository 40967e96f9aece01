package dev.ziffer.connector;

import java.util.List;

/**
 * What came of looking through a configuration: everything found, at once.
 *
 * @param errors what must be mended before the configuration can be used
 * @param warnings what works, but costs more, reaches fewer people or does less than expected
 */
public record Validation(List<Problem> errors, List<Problem> warnings) {

    /** Copies both lists, so that nobody can change them afterwards. */
    public Validation {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Whether the configuration can be used. */
    public boolean usable() {
        return errors.isEmpty();
    }
}
