package dev.ziffer.twilio;

import dev.ziffer.twilio.AccountException.Reason;
import dev.ziffer.twilio.Registration.Objection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The registrations without which carriers of the United States do not deliver: a campaign of the Messaging Service for
 * ordinary numbers, and a verification of each toll-free number. They are handed in in the Twilio console.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/compliance">Twilio, Messaging compliance</a>
 */
public final class Registrations {

    private static final String PRODUCT = "messaging";

    private final AccountApi api;

    Registrations(AccountApi api) {
        this.api = api;
    }

    /** A Messaging Service's campaign (A2P 10DLC). */
    public Registration campaign(String serviceSid) throws AccountException {
        String path = "/v1/Services/" + Values.sid("MG", serviceSid) + "/Compliance/Usa2p";
        return furthest(path, "compliance", Registrations::campaign);
    }

    /** A toll-free number's verification. */
    public Registration tollFree(String numberSid) throws AccountException {
        Form query = new Form().add("TollfreePhoneNumberSid", Values.sid("PN", numberSid));
        return furthest("/v1/Tollfree/Verifications?" + query.encoded(), "verifications", Registrations::tollFree);
    }

    /** The one that is furthest; there is seldom more than one, so that the first page has it. */
    private Registration furthest(String path, String key, AccountApi.Reader<Registration> reader)
            throws AccountException {
        try {
            return api.get(PRODUCT, path, json -> {
                Registration furthest = Registration.NONE;
                for (JsonNode entry : Json.list(json, key)) {
                    Registration registration = reader.read(entry);
                    if (registration.state().compareTo(furthest.state()) > 0) {
                        furthest = registration;
                    }
                }
                return furthest;
            });
        } catch (AccountException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return Registration.NONE;
            }
            throw e;
        }
    }

    private static Registration campaign(JsonNode json) throws IOException {
        String status = Json.text(json, "campaign_status");
        Registration.State state = switch (status) {
            case "VERIFIED" -> Registration.State.APPROVED;
            case "FAILED", "SUSPENDED" -> Registration.State.REJECTED;
            default -> Registration.State.PENDING;
        };
        var objections = new ArrayList<Objection>();
        for (JsonNode error : json.path("errors")) {
            objections.add(new Objection(
                    Json.optionalInt(error, "error_code"),
                    error.path("description").asString(""),
                    texts(error.path("fields"))));
        }
        return new Registration(state, status, objections);
    }

    private static Registration tollFree(JsonNode json) throws IOException {
        String status = Json.text(json, "status");
        Registration.State state = switch (status) {
            case "TWILIO_APPROVED" -> Registration.State.APPROVED;
            case "TWILIO_REJECTED" -> Registration.State.REJECTED;
            default -> Registration.State.PENDING;
        };
        var objections = new ArrayList<Objection>();
        for (JsonNode reason : json.path("rejection_reasons")) {
            objections.add(new Objection(
                    Json.optionalInt(reason, "code"), reason.path("reason").asString(""), List.of()));
        }
        if (objections.isEmpty() && json.hasNonNull("rejection_reason")) {
            objections.add(new Objection(
                    Json.optionalInt(json, "error_code"),
                    json.path("rejection_reason").asString(""),
                    List.of()));
        }
        return new Registration(state, status, objections);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(text -> text.asString(""))
                .toList();
    }
}
