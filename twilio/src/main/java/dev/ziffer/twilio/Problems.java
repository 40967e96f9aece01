package dev.ziffer.twilio;

import dev.ziffer.connector.Problem;
import dev.ziffer.connector.Text;
import dev.ziffer.connector.Validation;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration while it is read. */
final class Problems {

    private static final int LONGEST_NAME_SHOWN = 40;

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    void error(List<Object> path, String code, String en, String de) {
        errors.add(new Problem(path, code, new Text(en, de)));
    }

    void warning(List<Object> path, String code, String en, String de) {
        warnings.add(new Problem(path, code, new Text(en, de)));
    }

    /** As much of a name that somebody chose as a text shows. */
    static String shown(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME_SHOWN));
    }

    boolean none() {
        return errors.isEmpty();
    }

    Validation validation() {
        return new Validation(errors, warnings);
    }
}
