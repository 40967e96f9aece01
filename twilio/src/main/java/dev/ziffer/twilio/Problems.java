package dev.ziffer.twilio;

import dev.ziffer.connector.Problem;
import dev.ziffer.connector.Text;
import dev.ziffer.connector.Validation;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration while it is read. */
final class Problems {

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    void error(List<Object> path, String code, String en, String de) {
        errors.add(new Problem(path, code, new Text(en, de)));
    }

    void warning(List<Object> path, String code, String en, String de) {
        warnings.add(new Problem(path, code, new Text(en, de)));
    }

    boolean none() {
        return errors.isEmpty();
    }

    Validation validation() {
        return new Validation(errors, warnings);
    }
}
