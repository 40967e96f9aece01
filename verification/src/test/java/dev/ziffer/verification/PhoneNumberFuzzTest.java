package dev.ziffer.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads any text as a number: it is refused with a reason, or it has one form that reads as itself. */
final class PhoneNumberFuzzTest {

    private static final List<String> REGIONS = List.of("DE", "US", "IT", "AR", "MX", "BR", "JP", "FI", "gb", "fr");

    @FuzzTest(maxDuration = "5s")
    @DictionaryEntries({"+49", "0049", "0", "(0)", "+39 0", "+54 9", "+54 15", "+1", "+979", "+881", "\u0660", "\uFF0B"
    })
    void refusesOrFindsTheOneForm(@NotNull String text) {
        check(text, null);
        check(text, REGIONS.get(Math.floorMod(text.hashCode(), REGIONS.size())));
    }

    private static void check(String text, @Nullable String region) {
        PhoneNumber number;
        try {
            number = region == null ? PhoneNumber.parse(text) : PhoneNumber.parse(text, region);
        } catch (PhoneNumberException e) {
            return;
        }
        assertTrue(number.e164().matches("\\+[1-9][0-9]{3,14}"), number::e164);
        assertFalse(number.toString().replaceAll("[^0-9]", "").contains(number.digits()));
        try {
            assertEquals(number, PhoneNumber.parse(number.e164()));
            assertEquals(number, PhoneNumber.parse(number.digits()));
            assertEquals(number, PhoneNumber.parse(number.e164(), "US"));
        } catch (PhoneNumberException e) {
            throw new AssertionError("its own form is refused: " + number.e164(), e);
        }
    }
}
