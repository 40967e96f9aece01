package dev.ziffer.acceptance.race;

import dev.ziffer.acceptance.Answer;
import java.util.List;

/** Wrong codes, and what came of them. */
final class Codes {

    private Codes() {}

    /** A six-digit code that is not the right one, and not another caller's. */
    static String wrong(String right, int caller) {
        int number = (Integer.parseInt(right) + 1 + caller) % 1_000_000;
        return String.valueOf(1_000_000 + number).substring(1);
    }

    /** The answers with this error code. */
    static List<Answer> with(String code, List<Answer> answers) {
        return answers.stream().filter(answer -> answer.code().equals(code)).toList();
    }

    /** How many codes were right. */
    static long opened(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 204).count();
    }
}
