package dev.ziffer.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers that begin at the same moment. */
public final class Together {

    private Together() {}

    /** What one caller does. */
    @FunctionalInterface
    public interface Call<T> {
        T call(int caller) throws Exception;
    }

    /** Lets so many callers begin at once and returns what each got, in the order of the callers. */
    public static <T> List<T> run(int callers, Call<T> call) throws Exception {
        var ready = new CountDownLatch(callers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call(caller);
                }));
            }
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        }
    }
}
