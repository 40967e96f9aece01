package dev.ziffer.server.messages;

import dev.ziffer.server.RunningServer;

final class PostgresqlSearchTest extends SearchContract {

    PostgresqlSearchTest() {
        super(RunningServer.onPostgresql());
    }
}
