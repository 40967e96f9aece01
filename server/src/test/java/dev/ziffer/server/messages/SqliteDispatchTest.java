package dev.ziffer.server.messages;

import dev.ziffer.server.RunningServer;

final class SqliteDispatchTest extends DispatchContract {

    SqliteDispatchTest() {
        super(RunningServer.onSqlite());
    }
}
