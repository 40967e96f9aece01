package dev.ziffer.server.messages;

import dev.ziffer.server.RunningServer;

final class PostgresqlReconciliationTest extends ReconciliationContract {

    PostgresqlReconciliationTest() {
        super(RunningServer.onPostgresql());
    }
}
