package dev.ziffer.server.experience;

import dev.ziffer.server.experience.Choices.Identifier;
import dev.ziffer.server.experience.SignInExperience.Method;
import dev.ziffer.server.experience.SignInExperience.SignIn;
import dev.ziffer.server.experience.SignInExperience.SignUp;
import dev.ziffer.server.web.Body;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how people are to sign up and sign in; see {@link Submitted}. */
final class SubmittedMethods {

    private SubmittedMethods() {}

    /** Reads {@code signUp}. */
    static SignUp signUp(Body part) {
        part.refuseOthers("identifiers", "password", "verify", "secondaryIdentifiers");
        Absent.refuseOn(part, "secondaryIdentifiers", null);
        part.require("identifiers", "password", "verify");
        List<Identifier> identifiers = part.choices("identifiers", Choices.byName(Identifier.values()));
        return new SignUp(identifiers == null ? List.of() : identifiers, part.flag("password"), part.flag("verify"));
    }

    /** Reads {@code signIn}. */
    static SignIn signIn(Body part) {
        part.refuseOthers("methods").require("methods");
        Set<Identifier> seen = EnumSet.noneOf(Identifier.class);
        List<Body> methods = part.objects("methods");
        return new SignIn(
                methods == null
                        ? List.of()
                        : methods.stream()
                                .flatMap(method -> method(method, seen))
                                .toList());
    }

    private static Stream<Method> method(Body method, Set<Identifier> seen) {
        String[] fields = {"identifier", "password", "verificationCode", "isPasswordPrimary"};
        method.refuseOthers(fields).require(fields);
        boolean password = method.flag("password");
        boolean verificationCode = method.flag("verificationCode");
        boolean isPasswordPrimary = method.flag("isPasswordPrimary");
        Identifier identifier = method.choice("identifier", Choices.byName(Identifier.values()));
        if (identifier == null) {
            return Stream.empty();
        }
        if (!seen.add(identifier)) {
            method.report("identifier", "field.duplicate");
        }
        return Stream.of(new Method(identifier, password, verificationCode, isPasswordPrimary));
    }
}
