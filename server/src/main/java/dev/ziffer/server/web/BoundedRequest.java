package dev.ziffer.server.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;

/** A request whose body ends in an error when it is longer, or comes slower, than a body may. */
final class BoundedRequest extends HttpServletRequestWrapper {

    /** How long a whole body may take to arrive: shorter than the whole request's deadline, to end it with a word. */
    private static final Duration SLOWEST = Duration.ofSeconds(15);

    BoundedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream body;
        private final long start = System.nanoTime();
        private int left = RequestErrors.LARGEST_BODY;

        Bounded(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return count(body.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            return count(read, read);
        }

        private int count(int result, int bytes) {
            if (result >= 0) {
                left -= bytes;
                if (left < 0) {
                    throw RequestErrors.tooLarge(RequestErrors.LARGEST_BODY);
                }
                if (System.nanoTime() - start > SLOWEST.toNanos()) {
                    throw RequestErrors.of(408);
                }
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
