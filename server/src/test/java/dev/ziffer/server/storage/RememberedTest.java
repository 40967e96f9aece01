package dev.ziffer.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class RememberedTest {

    private final Remembered<String> remembered = new Remembered<>();
    private int readings;

    @Test
    void isReadOnceInARevision() {
        assertThat(remembered.in(7, this::reading)).isEqualTo("reading 1");
        assertThat(remembered.in(7, this::reading)).isEqualTo("reading 1");
    }

    @Test
    void isReadAnewWhenTheRevisionHasMoved() {
        remembered.in(7, this::reading);

        assertThat(remembered.in(8, this::reading)).isEqualTo("reading 2");
        assertThat(remembered.in(8, this::reading)).isEqualTo("reading 2");
    }

    @Test
    void isReadAnewInAnEarlierRevisionToo() {
        remembered.in(7, this::reading);

        assertThat(remembered.in(6, this::reading)).isEqualTo("reading 2");
    }

    @Test
    void keepsNothingOfAReadingThatFails() {
        remembered.in(7, this::reading);

        assertThatThrownBy(() -> remembered.in(8, RememberedTest::fails)).isInstanceOf(IOException.class);
        assertThat(remembered.in(8, this::reading)).isEqualTo("reading 2");
    }

    private String reading() {
        readings++;
        return "reading " + readings;
    }

    private static String fails() throws IOException {
        throw new IOException("no database");
    }
}
