package dev.ziffer.server.connectors;

import dev.ziffer.server.RunningServer;

final class SqliteConnectorDraftTest extends ConnectorDraftContract {

    SqliteConnectorDraftTest() {
        super(RunningServer.onSqlite());
    }
}
