package dev.ziffer.server.messages;

final class PostgresqlStatusTest extends StatusContract {

    PostgresqlStatusTest() {
        super(TestDatabase.postgresql());
    }
}
