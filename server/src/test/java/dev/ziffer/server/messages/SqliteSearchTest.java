package dev.ziffer.server.messages;

import dev.ziffer.server.RunningServer;

final class SqliteSearchTest extends SearchContract {

    SqliteSearchTest() {
        super(RunningServer.onSqlite());
    }
}
