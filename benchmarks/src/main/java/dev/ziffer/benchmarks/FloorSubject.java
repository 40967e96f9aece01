package dev.ziffer.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@link Floor}, in a process of its own and with the flags that Ziffer has. */
record FloorSubject() implements Subject {

    static final String NAME = "floor";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Running start(Database database, Lab lab, Path directory) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        String url = database.user().isEmpty() ? database.url() : database.url() + "?user=" + database.user();
        List<String> command = Java.command(
                List.of("-cp", System.getProperty("java.class.path"), Floor.class.getName()),
                String.valueOf(port),
                url,
                lab.standIn().uri().toString());
        return new Running(ServerProcess.start(command, Map.of(), port, directory.resolve("server.log")), "none");
    }
}
