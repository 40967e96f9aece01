package dev.ziffer.sandbox;

import dev.ziffer.sandbox.OwnedNumber.Membership;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an account sends from: its numbers and its Messaging Services, the oldest first. Safe for use by many threads;
 * each method is atomic.
 */
final class Senders {

    private static final int MAX_SERVICES = 100;
    private static final int MAX_POOL = 400;

    /** What becomes of a service, or why it is refused. */
    @FunctionalInterface
    interface Change {

        MessagingService of(MessagingService service) throws Refusal;
    }

    private final Map<String, MessagingService> services = new LinkedHashMap<>();
    private final Map<String, OwnedNumber> numbers = new LinkedHashMap<>();

    synchronized List<MessagingService> services() {
        return List.copyOf(services.values());
    }

    synchronized Optional<MessagingService> service(String sid) {
        return Optional.ofNullable(services.get(sid));
    }

    synchronized MessagingService add(MessagingService service) throws Refusal {
        if (services.size() == MAX_SERVICES) {
            throw new Refusal(
                    TwilioError.INVALID_PARAMETER,
                    "The sandbox keeps at most " + MAX_SERVICES + " Messaging Services.");
        }
        services.put(service.sid(), service);
        return service;
    }

    /** Puts what the change makes of a service in its place; empty if there is no such service. */
    synchronized Optional<MessagingService> change(String sid, Change change) throws Refusal {
        MessagingService service = services.get(sid);
        if (service == null) {
            return Optional.empty();
        }
        MessagingService changed = change.of(service);
        services.put(sid, changed);
        return Optional.of(changed);
    }

    /** Removes a service, which frees its numbers. */
    synchronized boolean removeService(String sid) {
        numbers.replaceAll((_, number) -> number.in(sid) ? number.with(null) : number);
        return services.remove(sid) != null;
    }

    synchronized List<OwnedNumber> numbers() {
        return List.copyOf(numbers.values());
    }

    synchronized Optional<OwnedNumber> number(String sid) {
        return Optional.ofNullable(numbers.get(sid));
    }

    synchronized Optional<OwnedNumber> owned(String number) {
        return numbers.values().stream()
                .filter(owned -> owned.number().equals(number))
                .findFirst();
    }

    /** Adds a number, unless it is owned already. How many there can be is bounded by how many are for sale. */
    synchronized OwnedNumber add(OwnedNumber number) throws Refusal {
        if (owned(number.number()).isPresent()) {
            throw new Refusal(TwilioError.NOT_AVAILABLE);
        }
        numbers.put(number.sid(), number);
        return number;
    }

    synchronized boolean removeNumber(String sid) {
        return numbers.remove(sid) != null;
    }

    /** The numbers in a service. */
    synchronized List<OwnedNumber> pool(String serviceSid) {
        return numbers.values().stream().filter(number -> number.in(serviceSid)).toList();
    }

    /** Puts a number into a service; empty if there is no such number or service. */
    synchronized Optional<OwnedNumber> attach(String sid, String serviceSid, Instant now) throws Refusal {
        OwnedNumber number = numbers.get(sid);
        if (number == null || !services.containsKey(serviceSid)) {
            return Optional.empty();
        }
        if (number.membership().isPresent()) {
            throw new Refusal(number.in(serviceSid) ? TwilioError.ALREADY_IN_SERVICE : TwilioError.IN_ANOTHER_SERVICE);
        }
        if (!number.capabilities().sms()) {
            throw new Refusal(TwilioError.NUMBER_CANNOT_SMS);
        }
        if (pool(serviceSid).size() >= MAX_POOL) {
            throw new Refusal(TwilioError.POOL_FULL);
        }
        OwnedNumber attached = number.with(new Membership(serviceSid, now));
        numbers.put(sid, attached);
        return Optional.of(attached);
    }

    /** Takes a number out of a service; false if it is not in it. */
    synchronized boolean detach(String sid, String serviceSid) {
        OwnedNumber number = numbers.get(sid);
        if (number == null || !number.in(serviceSid)) {
            return false;
        }
        numbers.put(sid, number.with(null));
        return true;
    }
}
