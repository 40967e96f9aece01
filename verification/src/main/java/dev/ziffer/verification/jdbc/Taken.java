package dev.ziffer.verification.jdbc;

/**
 * The permits taken of a limit, newest first: for each the time until when it is taken, 13 digits of milliseconds, and
 * the ticket it was taken for.
 */
record Taken(String entries) {

    static final Taken NONE = new Taken("");

    /** Characters of a ticket; the last must not be a digit, so that no time begins inside a ticket. */
    static final int TICKET = 12;

    private static final int TIME = 13;
    private static final int ENTRY = TIME + TICKET;

    /** A time that sorts as a text; until the year 2286. */
    static String time(long millis) {
        String digits = Long.toString(millis);
        return "0".repeat(TIME - digits.length()) + digits;
    }

    /** When so many of the limit's permits are free at once if nobody takes more; 0 if they always were. */
    long freeAt(int permits, int count) {
        int place = (permits - count) * ENTRY;
        return place < entries.length() ? Long.parseLong(entries.substring(place, place + TIME)) : 0;
    }

    /** Whether one of them was taken for this ticket. */
    boolean has(String ticket) {
        return entries.contains(ticket);
    }

    /** Those that are taken for longer than until this time. */
    Taken after(long millis) {
        String time = time(millis);
        int end = entries.length();
        while (end > 0 && entries.substring(end - ENTRY, end - TICKET).compareTo(time) <= 0) {
            end -= ENTRY;
        }
        return new Taken(entries.substring(0, end));
    }

    /** Those that were not taken for this ticket. */
    Taken without(String ticket) {
        var kept = new StringBuilder();
        for (int i = 0; i < entries.length(); i += ENTRY) {
            if (!entries.startsWith(ticket, i + TIME)) {
                kept.append(entries, i, i + ENTRY);
            }
        }
        return new Taken(kept.toString());
    }
}
