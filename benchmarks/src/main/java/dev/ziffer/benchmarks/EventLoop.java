package dev.ziffer.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One thread on which every connection of the load and of the stand-in lives, so that the measuring takes as little of
 * the machine as it can from what is measured.
 */
final class EventLoop implements AutoCloseable {

    /** What is done on the loop's thread when a channel can be read, accepted or connected. */
    interface Ready {
        void ready(SelectionKey key) throws IOException;
    }

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    EventLoop() throws IOException {
        selector = Selector.open();
        Thread.ofPlatform().name("event-loop").daemon().start(this::run);
    }

    /** Runs something on the loop's thread, soon. */
    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Serves a channel from now on; call on the loop's thread. */
    void register(SelectableChannel channel, int interest, Ready ready) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, interest, ready);
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> {
                    try {
                        ((Ready) key.attachment()).ready(key);
                    } catch (IOException e) {
                        close(key);
                    }
                });
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            // It is as closed as it gets.
        }
    }

    /** Closes every connection. */
    @Override
    public void close() {
        execute(() -> {
            selector.keys().forEach(EventLoop::close);
            try {
                selector.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
