package dev.ziffer.server.messages;

import dev.ziffer.server.RunningServer;

final class PostgresqlDispatchTest extends DispatchContract {

    PostgresqlDispatchTest() {
        super(RunningServer.onPostgresql());
    }
}
