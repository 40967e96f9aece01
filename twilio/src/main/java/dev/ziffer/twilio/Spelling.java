package dev.ziffer.twilio;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was meant by one that is not known. */
final class Spelling {

    private Spelling() {}

    /**
     * The known name that is nearest to this one: the same but for case and separators, or with at most a quarter of its
     * letters wrong.
     */
    static Optional<String> nearest(String name, Collection<String> known) {
        String plain = plain(name);
        return known.stream()
                .map(candidate -> new Candidate(candidate, distance(plain, plain(candidate))))
                .filter(candidate -> candidate.distance() <= candidate.name().length() / 4)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    private static String plain(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * How many letters must be added, left out, replaced or exchanged with the next to make one of the other; for
     * lengths that differ by more than a quarter of the other, just that difference.
     *
     * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">Optimal string alignment</a>
     */
    private static int distance(String one, String other) {
        int difference = Math.abs(one.length() - other.length());
        if (difference > other.length() / 4) {
            return difference;
        }
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, cost, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int[][] cost, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int cheapest = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
    }
}
