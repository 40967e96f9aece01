package dev.ziffer.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** A server that can be measured. */
interface Subject {

    /** Its name, as the options and the results have it. */
    String name();

    /**
     * Starts it on an empty database, ready to send through the stand-in.
     *
     * @param directory for what it keeps, its log among it
     */
    Running start(Database database, Lab lab, Path directory) throws IOException, InterruptedException;

    /**
     * A started server.
     *
     * @param process where it runs
     * @param token what opens its API
     */
    record Running(ServerProcess process, String token) implements AutoCloseable {

        @Override
        public void close() {
            process.close();
        }
    }
}
