package dev.ziffer.server.experience;

import dev.ziffer.server.connectors.ActiveConnector;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.storage.Documents;
import dev.ziffer.server.storage.Remembered;
import dev.ziffer.server.storage.Revision;
import dev.ziffer.server.web.Body;
import dev.ziffer.server.web.Issue;
import dev.ziffer.server.web.RequestError;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sign-in experience in force. Each time it is needed, the database says whether the one remembered still is.
 *
 * <p>Changes wait for each other and for those of the connector, so what enables phone numbers sees whether there is
 * one. To delete it afterwards is allowed, and leaves the sign-in experience as it is.
 */
@Component
public final class SignInExperiences {

    private static final String DOCUMENT = "signInExperience";

    private final Documents documents;
    private final Revision revision;
    private final Protection protection;
    private final ActiveConnector connector;
    private final Absent absent;
    private final JsonMapper json;
    private final Remembered<InForce> inForce = new Remembered<>();

    SignInExperiences(
            Documents documents,
            Revision revision,
            Protection protection,
            ActiveConnector connector,
            Absent absent,
            JsonMapper json) {
        this.documents = documents;
        this.revision = revision;
        this.protection = protection;
        this.connector = connector;
        this.absent = absent;
        this.json = json;
    }

    private record InForce(SignInExperience experience, boolean connector) {}

    /** The sign-in experience as it is now. */
    public SignInExperience current() {
        return inForce().experience();
    }

    /** Whether people who forgot their password can have a code sent to set a new one. */
    public boolean forgotPasswordByPhone() {
        InForce known = inForce();
        List<?> methods = known.experience().forgotPasswordMethods();
        return known.connector() && (methods == null || !methods.isEmpty());
    }

    private InForce inForce() {
        return inForce.in(revision.current(), () -> new InForce(read(), connector.exists()));
    }

    /** What is kept; what is not is as at the beginning. */
    private SignInExperience read() {
        ObjectNode settings = json.valueToTree(SignInExperience.DEFAULT);
        String kept = documents.all().get(DOCUMENT);
        if (kept != null) {
            settings.setAll((ObjectNode) json.readTree(kept));
        }
        return json.treeToValue(settings, SignInExperience.class);
    }

    /**
     * Makes the sign-in experience what {@code change} makes of it; no other change comes between. Its values are within
     * the bounds that {@link SignInExperience} states.
     *
     * @return the changed one
     * @throws RequestError 400 with every setting that does not go together with the others or has no connector to work
     *     with; nothing is changed then
     */
    public SignInExperience change(UnaryOperator<SignInExperience> change) {
        return revision.change(() -> {
            SignInExperience before = read();
            SignInExperience after = change.apply(before);
            Coherence.check(before, after, connector.exists());
            documents.put(DOCUMENT, json.writeValueAsString(after));
            return after;
        });
    }

    /**
     * Makes the change that a body of {@code PATCH /api/sign-in-exp} asks for: all of it or nothing.
     *
     * @throws RequestError as {@link #change} does, or {@code guard.invalid_input} with every field that cannot be read
     */
    public void patch(JsonNode submitted) {
        Body body = Body.of(submitted).refuseOthers(absent.and(Submitted.FIELDS));
        absent.refuseOn(body);
        change(before -> {
            Body codePolicy = body.object(CodePolicy.FIELD);
            SignInExperience after = Submitted.read(body, codePolicy, before);
            if (codePolicy != null) {
                protection.changePolicy(policy -> CodePolicy.changed(policy, codePolicy));
            }
            body.check();
            return after;
        });
    }

    /**
     * Lets people sign up with a verified phone number and sign in by a code, and leaves what else is allowed.
     *
     * @throws RequestError 400 {@code sign_in_experiences.enabled_connector_not_found} without a connector
     */
    public void enablePhone() {
        change(before -> {
            if (!connector.exists()) {
                String code = "sign_in_experiences.enabled_connector_not_found";
                throw Issue.error(code, List.of(Issue.at(List.of(), code)));
            }
            return before.withPhone();
        });
    }
}
