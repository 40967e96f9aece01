package dev.ziffer.server.messages;

final class SqliteStatusTest extends StatusContract {

    SqliteStatusTest() {
        super(TestDatabase.sqlite());
    }
}
