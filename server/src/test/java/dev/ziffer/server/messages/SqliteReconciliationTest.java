package dev.ziffer.server.messages;

import dev.ziffer.server.RunningServer;

final class SqliteReconciliationTest extends ReconciliationContract {

    SqliteReconciliationTest() {
        super(RunningServer.onSqlite());
    }
}
