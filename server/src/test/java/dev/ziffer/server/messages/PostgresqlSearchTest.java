package dev.ziffer.server.messages;

final class PostgresqlSearchTest extends SearchContract {

    PostgresqlSearchTest() {
        super(TestDatabase.postgresql());
    }
}
