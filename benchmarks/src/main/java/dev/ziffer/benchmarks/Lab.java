package dev.ziffer.benchmarks;

import java.io.IOException;

/**
 * What every measurement uses.
 *
 * @param loop where the load and the stand-in run
 * @param standIn what stands in for Twilio
 * @param phones numbers that were not used before
 */
record Lab(EventLoop loop, StandIn standIn, Phones phones) implements AutoCloseable {

    static Lab open() throws IOException {
        EventLoop loop = new EventLoop();
        return new Lab(loop, new StandIn(loop), new Phones());
    }

    @Override
    public void close() {
        loop.close();
    }
}
