package dev.ziffer.server.console;

import dev.ziffer.server.messages.Change;
import dev.ziffer.server.messages.LedgerEntry;
import dev.ziffer.server.messages.MessageHistory;
import dev.ziffer.server.messages.MessageState;
import dev.ziffer.verification.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, step by step.
 *
 * @param to the number, its middle hidden
 * @param steps what happened, in order
 * @param error what went wrong; null where nothing did
 * @param refresh in how many seconds to look again; null where nothing more is to come
 */
public record Timeline(
        String to,
        List<Step> steps,
        @Nullable ErrorText error,
        @Nullable Long refresh) {

    /** How long a carrier's report is waited for. */
    private static final Duration SILENT_AFTER = Duration.ofHours(1);

    /** How long a page looks for news. */
    private static final Duration WATCHED_FOR = Duration.ofHours(2);

    /**
     * One step.
     *
     * @param name the name of its text
     * @param kind good, bad or open
     * @param count a number in the text
     * @param at when; null where that is not known
     * @param after how long after the step before; null for the first
     */
    public record Step(
            String name,
            String kind,
            int count,
            @Nullable Instant at,
            @Nullable Duration after) {}

    static Timeline of(MessageHistory history, Instant now, Locale locale) {
        LedgerEntry message = history.message();
        MessageState state = MessageState.of(message.state()).orElseThrow();
        Duration quiet = Duration.between(Instant.ofEpochMilli(message.updatedAt()), now);
        return new Timeline(
                message.phone(),
                timed(steps(history, state, quiet)),
                message.errorCode() == null ? null : ErrorText.of(message.errorCode(), locale),
                state.last() || quiet.compareTo(WATCHED_FOR) > 0 ? null : refresh(quiet));
    }

    private static long refresh(Duration quiet) {
        return Math.clamp(quiet.toSeconds() / 10, 1, 60);
    }

    private static List<Step> steps(MessageHistory history, MessageState state, Duration quiet) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(
                "step.asked", "good", Instant.ofEpochMilli(history.message().createdAt())));
        for (Change change : history.changes()) {
            steps.add(step("state." + change.state().wireName(), kind(change.state(), state), change.at()));
        }
        Progress checks = history.checks().orElse(null);
        if (checks != null && checks.approvedAt() != null) {
            steps.add(step("step.approved", "good", checks.approvedAt()));
            steps.sort(Comparator.comparing(Step::at, Comparator.nullsLast(Comparator.naturalOrder())));
        }
        wrongTries(checks).ifPresent(wrong -> steps.add(placeOf("step.approved", steps), wrong));
        if (state == MessageState.REQUESTED) {
            steps.add(new Step("state.requested", "open", 0, null, null));
        }
        if (state == MessageState.SENT && quiet.compareTo(SILENT_AFTER) > 0) {
            steps.add(new Step("step.silent", "open", 0, null, null));
        }
        return steps;
    }

    private static Optional<Step> wrongTries(@Nullable Progress checks) {
        int wrong = checks == null ? 0 : checks.wrongTries().orElse(0);
        if (checks == null || wrong == 0) {
            return Optional.empty();
        }
        return Optional.of(new Step(checks.usedUp() ? "step.used-up" : "step.wrong", "bad", wrong, null, null));
    }

    private static int placeOf(String name, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(name)) {
                return i;
            }
        }
        return steps.size();
    }

    /** For each state by its name whether it is good, bad or open. */
    static Map<String, String> kinds() {
        return Arrays.stream(MessageState.values())
                .collect(Collectors.toUnmodifiableMap(MessageState::wireName, state -> kind(state, state)));
    }

    /** Good is what was passed on the way, too. */
    private static String kind(MessageState reached, MessageState current) {
        if (reached.bad()) {
            return "bad";
        }
        return reached == current && !reached.last() ? "open" : "good";
    }

    private static Step step(String name, String kind, Instant at) {
        return new Step(name, kind, 0, at, null);
    }

    private static List<Step> timed(List<Step> steps) {
        List<Step> timed = new ArrayList<>();
        Instant before = null;
        for (Step step : steps) {
            Instant at = step.at();
            Duration after = at == null || before == null ? null : Duration.between(before, at);
            timed.add(new Step(step.name(), step.kind(), step.count(), at, after));
            before = at == null ? before : at;
        }
        return List.copyOf(timed);
    }
}
