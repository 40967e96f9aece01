package dev.ziffer.server.storage;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A value of the database, kept with the {@link Revision} it was read in and read anew in every other. Nothing is kept
 * of a reading that fails. Threads that ask at the same time may each read.
 */
public final class Remembered<T> {

    private final AtomicReference<@Nullable Reading<T>> last = new AtomicReference<>();

    private record Reading<T>(long revision, T value) {}

    /** Where the value is read. */
    @FunctionalInterface
    public interface Source<T, E extends Exception> {

        /** The value as it is now. */
        T read() throws E;
    }

    /**
     * The value in this revision.
     *
     * @param revision the one that is current, asked before
     */
    public <E extends Exception> T in(long revision, Source<T, E> source) throws E {
        Reading<T> known = last.get();
        if (known == null || known.revision() != revision) {
            known = new Reading<>(revision, source.read());
            last.set(known);
        }
        return known.value();
    }
}
