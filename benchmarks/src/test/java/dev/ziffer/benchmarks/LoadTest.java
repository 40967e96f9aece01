package dev.ziffer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadTest {

    @TempDir
    private Path directory;

    @Test
    void verifiesNumbersWithTheFloor() throws Exception {
        try (Lab lab = Lab.open();
                Database database = Database.open(Database.SQLITE, directory);
                Subject.Running server = new FloorSubject().start(database, lab, directory)) {
            Step step = Load.run(lab, server, 4, Duration.ofSeconds(1), 1_000_000);

            assertThat(step.failures()).as(step.firstFailure()).isZero();
            assertThat(step.cycles()).isPositive();
            assertThat(step.check().p99())
                    .isPositive()
                    .isGreaterThanOrEqualTo(step.check().p50());
        }
    }

    @Test
    void endsWhenThereWasEnough() throws Exception {
        try (Lab lab = Lab.open();
                Database database = Database.open(Database.SQLITE, directory);
                Subject.Running server = new FloorSubject().start(database, lab, directory)) {
            Step step = Load.run(lab, server, 1, Duration.ofMinutes(1), 10);

            assertThat(step.cycles()).isEqualTo(10);
        }
    }

    @Test
    void countsWhatFailsAndGoesOn() throws Exception {
        try (Lab lab = Lab.open();
                Database database = Database.open(Database.SQLITE, directory)) {
            Subject.Running server = new FloorSubject().start(database, lab, directory);
            server.close();
            Step step = Load.run(lab, server, 2, Duration.ofSeconds(1), 1_000_000);

            assertThat(step.cycles()).isZero();
            assertThat(step.failures()).isPositive();
            assertThat(step.firstFailure()).contains("ConnectException");
        }
    }
}
