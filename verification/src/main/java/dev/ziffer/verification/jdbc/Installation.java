package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartResult.Limit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * The limit of the whole installation, spread over rows by the number, so that no row is updated by every start.
 *
 * <p>The rows' permits add up to the limit, so it is never exceeded. A start whose own row is full takes from the one
 * with most room, so all permits can be taken, whatever the numbers.
 */
record Installation(Rate rate) {

    static final String NAME = Names.of(Limit.INSTALLATION);

    /** Few enough that a row stays short, many enough that a row is seldom full before the others. */
    private static final int PERMITS_OF_A_ROW = 32;

    private static final int MOST_ROWS = 4_096;

    /** The row that a number's starts take from first. */
    Allowance of(String numberHash) {
        return row(Math.floorMod(numberHash.hashCode(), rows()));
    }

    /** A row and when it has a permit. */
    record Room(Allowance allowance, long freeAt) {}

    /** The row that has a permit first. */
    Room most(Connection connection, long now) throws SQLException {
        Map<String, Taken> taken = AllowanceTable.findAll(connection, NAME, now);
        Room most = room(row(0), taken);
        for (int i = 1; i < rows() && most.freeAt() > 0; i++) {
            Room other = room(row(i), taken);
            if (other.freeAt() < most.freeAt()) {
                most = other;
            }
        }
        return most;
    }

    /** Gives back the permit that was taken for this ticket, whichever row it was taken from. */
    void giveBack(Connection connection, String ticket) throws SQLException {
        for (Map.Entry<String, Taken> row :
                AllowanceTable.findAll(connection, NAME, 0).entrySet()) {
            if (row.getValue().has(ticket)) {
                AllowanceTable.giveBack(connection, new Allowance(row.getKey(), NAME, "", rate.permits()), ticket);
            }
        }
    }

    private static Room room(Allowance allowance, Map<String, Taken> taken) {
        return new Room(
                allowance, taken.getOrDefault(allowance.subject(), Taken.NONE).freeAt(allowance.permits(), 1));
    }

    private int rows() {
        return Math.clamp(rate.permits() / PERMITS_OF_A_ROW, 1, MOST_ROWS);
    }

    private Allowance row(int number) {
        int share = rate.permits() / rows() + (number < rate.permits() % rows() ? 1 : 0);
        return new Allowance(NAME + "-" + number, NAME, "", share);
    }
}
