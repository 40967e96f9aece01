package dev.ziffer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

    @Test
    void hasAColumnForEachServerAndARowForEachFigure() {
        Step step = new Step(16, 10_000, 0, "", 5, 0.456, new Step.Latency(1, 2), new Step.Latency(3, 4));
        Results results = new Results(
                Results.Machine.here(),
                List.of(
                        new Measurement("floor", "sqlite", List.of(step), 100, 120, null),
                        new Measurement("ziffer", "sqlite", List.of(step), 200, 220, new Races(10, 1))),
                new Starts(0.5, 4, 2));
        assertThat(Table.of(results).lines())
                .startsWith("|  | Logto 1.42, PostgreSQL | floor, SQLite | **Ziffer**, SQLite |")
                .contains(
                        "| cycles/s, connections: 16 | 119 | 2,000 | 2,000 |",
                        "| CPU of the server per cycle, connections: 16 | 7.3 ms | 0.46 ms | 0.46 ms |",
                        "| check p99, connections: 16 | 49 ms | 4.0 ms | 4.0 ms |",
                        "| memory after the load | 660–740 MB | 100 MB | 200 MB |",
                        "| start to first answer | 2.0 s | 0.50 s | 2.00 s |",
                        "| the same without a JDK cache | – | – | 4.00 s |",
                        "| wrong codes compared of 200 at once, cap 10 | 200 | – | 10 |",
                        "| successes of 200 right codes at once | 200 | – | 1 |");
    }
}
