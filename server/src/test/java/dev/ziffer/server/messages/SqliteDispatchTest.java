package dev.ziffer.server.messages;

import java.nio.file.Path;
import java.util.Map;

final class SqliteDispatchTest extends DispatchContract {

    @Override
    Map<String, String> database(Path dataDir) {
        return Map.of("ZIFFER_DATA_DIR", dataDir.toString());
    }
}
