package dev.ziffer.server.messages;

import dev.ziffer.server.RunningServer;

final class PostgresqlStatusTest extends StatusContract {

    PostgresqlStatusTest() {
        super(RunningServer.onPostgresql());
    }
}
