package dev.ziffer.server.experience;

import dev.ziffer.server.RunningServer;

final class PostgresqlSignInExperiencesTest extends SignInExperiencesContract {

    PostgresqlSignInExperiencesTest() {
        super(RunningServer.onPostgresql());
    }
}
