package dev.ziffer.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as the table of the README, in Markdown: a row for each figure, a column for each server. */
final class Table {

    private static final String NONE = "–";
    private static final int STEADY = 16;

    /** Measured before, with the same load on a machine of the same kind, so its figures are written here. */
    private static final String LOGTO = "Logto 1.42, PostgreSQL";

    private final List<Measurement> columns;
    private final StringBuilder text = new StringBuilder();

    private Table(Results results) {
        this.columns = results.loads();
    }

    static String of(Results results) {
        Table table = new Table(results);
        table.write(results);
        return table.text.toString();
    }

    private void write(Results results) {
        row("", LOGTO, Table::title);
        row("---", "---", column -> "---");
        for (int connections : columns.stream()
                .flatMap(column -> column.steps().stream())
                .map(Step::connections)
                .distinct()
                .toList()) {
            String logto = connections == 16 ? "119" : connections == 64 ? "146" : NONE;
            row("cycles/s, connections: " + connections, logto, at(connections, "%,.0f", Step::cyclesPerSecond));
        }
        row("CPU of the server per cycle, connections: 16", "7.3 ms", at(STEADY, "%.2f ms", Step::cpuMillisPerCycle));
        row(
                "send p99, connections: 16",
                NONE,
                at(STEADY, "%.1f ms", step -> step.send().p99()));
        row(
                "check p99, connections: 16",
                "49 ms",
                at(STEADY, "%.1f ms", step -> step.check().p99()));
        row("memory after the load", "660–740 MB", column -> column.residentMebibytes() + " MB");
        Starts starts = results.starts();
        if (starts != null) {
            row(
                    "start to first answer",
                    "2.0 s",
                    started(seconds(starts.floorSeconds()), seconds(starts.cachedSeconds())));
            row("the same without a JDK cache", NONE, started(NONE, seconds(starts.plainSeconds())));
        }
        if (columns.stream().anyMatch(column -> column.races() != null)) {
            String compared = "wrong codes compared of %d at once, cap %d".formatted(Races.AT_ONCE, Races.CAP);
            row(compared, "200", races(Races::wrongCompared));
            row("successes of %d right codes at once".formatted(Races.AT_ONCE), "200", races(Races::rightAccepted));
        }
    }

    private void row(String label, String logto, Function<Measurement, String> cell) {
        text.append(Stream.concat(Stream.of(label, logto), columns.stream().map(cell))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String title(Measurement column) {
        String database = column.database().equals(Database.SQLITE) ? "SQLite" : "PostgreSQL";
        return (column.subject().equals(Ziffer.NAME) ? "**Ziffer**, " : "floor, ") + database;
    }

    private static Function<Measurement, String> at(int connections, String format, Function<Step, Double> figure) {
        return column -> column.steps().stream()
                .filter(step -> step.connections() == connections)
                .map(step -> format(format, figure.apply(step)))
                .findFirst()
                .orElse(NONE);
    }

    /** Starts are measured on SQLite. */
    private static Function<Measurement, String> started(String floor, String ziffer) {
        return column -> {
            if (!column.database().equals(Database.SQLITE)) {
                return NONE;
            }
            return column.subject().equals(Ziffer.NAME) ? ziffer : floor;
        };
    }

    private static String seconds(double seconds) {
        return format("%.2f s", seconds);
    }

    private static Function<Measurement, String> races(Function<Races, Long> figure) {
        return column -> column.races() == null ? NONE : String.valueOf(figure.apply(column.races()));
    }

    private static String format(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
