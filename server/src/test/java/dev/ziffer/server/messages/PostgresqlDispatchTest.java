package dev.ziffer.server.messages;

final class PostgresqlDispatchTest extends DispatchContract {

    PostgresqlDispatchTest() {
        super(TestDatabase.postgresql());
    }
}
