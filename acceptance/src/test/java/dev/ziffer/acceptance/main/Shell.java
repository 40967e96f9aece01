package dev.ziffer.acceptance.main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A terminal into which lines are pasted. */
final class Shell {

    private Shell() {}

    /** Everything that the commands print when {@code sh} reads them one after the other. */
    static String paste(String... commands) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
        try (var input = shell.getOutputStream()) {
            input.write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return printed;
    }
}
