package dev.ziffer.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The load: connections that each verify one new number after the other, waiting for every answer. All of it runs on
 * the event loop, so no field needs a lock.
 */
final class Load {

    private final EventLoop loop;
    private final StandIn standIn;
    private final Phones phones;
    private final URI server;
    private final String token;

    private final Stopwatch sends = new Stopwatch();
    private final Stopwatch checks = new Stopwatch();
    private final CountDownLatch running;
    private final long end;
    private final long enough;
    private long cycles;
    private long failures;
    private String firstFailure = "";

    private Load(Lab lab, URI server, String token, int connections, Duration time, long enough) {
        this.loop = lab.loop();
        this.standIn = lab.standIn();
        this.phones = lab.phones();
        this.server = server;
        this.token = token;
        this.running = new CountDownLatch(connections);
        this.end = System.nanoTime() + time.toNanos();
        this.enough = enough;
    }

    /**
     * Runs the load and says what came of it.
     *
     * @param time after which it ends
     * @param enough cycles after which it ends earlier
     */
    static Step run(Lab lab, Subject.Running running, int connections, Duration time, long enough)
            throws InterruptedException {
        ServerProcess server = running.process();
        Load load = new Load(lab, server.uri(), running.token(), connections, time, enough);
        Duration cpu = server.cpu();
        long began = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            load.loop.execute(load::connect);
        }
        load.running.await();
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpuMillis = server.cpu().minus(cpu).toNanos() / 1e6;
        return new Step(
                connections,
                load.cycles,
                load.failures,
                load.firstFailure,
                seconds,
                cpuMillis / Math.max(1, load.cycles),
                load.sends.latency(),
                load.checks.latency());
    }

    private void connect() {
        try {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            channel.socket().setTcpNoDelay(true);
            Cycle cycle = new Cycle(new Wire(channel));
            loop.register(channel, SelectionKey.OP_READ, cycle::ready);
            cycle.send();
        } catch (IOException e) {
            fail(e.toString());
            running.countDown();
        }
    }

    private void fail(String answer) {
        failures++;
        if (firstFailure.isEmpty()) {
            firstFailure = answer.substring(0, Math.min(answer.length(), 600));
        }
    }

    private byte[] request(String path, String json) {
        return ("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One connection: a number is sent its code, then the code is checked, then comes the next number. */
    private final class Cycle {

        private final Wire wire;
        private String phone = "";
        private boolean checking;
        private long asked;

        Cycle(Wire wire) {
            this.wire = wire;
        }

        void send() throws IOException {
            checking = false;
            phone = phones.next();
            asked = System.nanoTime();
            wire.write(request("/api/verification-codes", "{\"phone\":\"" + phone + "\"}"));
        }

        private void check() throws IOException {
            checking = true;
            String code = standIn.take(phone);
            asked = System.nanoTime();
            wire.write(request(
                    "/api/verification-codes/verify",
                    "{\"phone\":\"" + phone + "\",\"verificationCode\":\"" + code + "\"}"));
        }

        void ready(SelectionKey key) throws IOException {
            try {
                String answer = wire.read();
                if (answer != null) {
                    answered(answer, key);
                }
            } catch (IOException e) {
                fail(e.toString());
                replace(key);
            }
        }

        private void answered(String answer, SelectionKey key) throws IOException {
            long now = System.nanoTime();
            if (!answer.startsWith("HTTP/1.1 204")) {
                fail(answer);
                replace(key);
                return;
            }
            (checking ? checks : sends).add(now - asked);
            if (!checking) {
                check();
                return;
            }
            cycles++;
            if (over(now)) {
                key.channel().close();
                running.countDown();
            } else {
                send();
            }
        }

        /** Goes on with a new connection: after a failure nothing is known of what else this one would bring. */
        private void replace(SelectionKey key) throws IOException {
            key.channel().close();
            if (over(System.nanoTime())) {
                running.countDown();
            } else {
                connect();
            }
        }

        private boolean over(long now) {
            return now - end >= 0 || cycles + failures >= enough;
        }
    }
}
