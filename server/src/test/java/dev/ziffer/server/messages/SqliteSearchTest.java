package dev.ziffer.server.messages;

final class SqliteSearchTest extends SearchContract {

    SqliteSearchTest() {
        super(TestDatabase.sqlite());
    }
}
