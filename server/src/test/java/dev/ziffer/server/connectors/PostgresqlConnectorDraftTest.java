package dev.ziffer.server.connectors;

import dev.ziffer.server.RunningServer;

final class PostgresqlConnectorDraftTest extends ConnectorDraftContract {

    PostgresqlConnectorDraftTest() {
        super(RunningServer.onPostgresql());
    }
}
