package dev.ziffer.server.messages;

import dev.ziffer.server.RunningServer;

final class SqliteStatusTest extends StatusContract {

    SqliteStatusTest() {
        super(RunningServer.onSqlite());
    }
}
