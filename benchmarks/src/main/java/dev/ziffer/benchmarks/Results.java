package dev.ziffer.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one run measured.
 *
 * @param machine on what
 * @param loads each server on each database
 * @param starts times of starts; null if they were not measured
 */
record Results(
        Machine machine, List<Measurement> loads, @Nullable Starts starts) {

    /**
     * What a run ran on.
     *
     * @param processors how many processors the JVM saw
     * @param system name and architecture of the system
     * @param java the version of the JDK
     */
    record Machine(int processors, String system, String java) {

        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    Runtime.version().toString());
        }
    }
}
