package dev.ziffer.server.messages;

final class SqliteDispatchTest extends DispatchContract {

    SqliteDispatchTest() {
        super(TestDatabase.sqlite());
    }
}
