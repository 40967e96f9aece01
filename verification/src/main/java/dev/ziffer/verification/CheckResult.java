package dev.ziffer.verification;

/** What came of checking a code. Being wrong is an answer, not an error. */
public sealed interface CheckResult {

    /**
     * The code was right, and this is the first time it was shown.
     *
     * @param id names the verification
     */
    record Approved(String id) implements CheckResult {}

    /**
     * The code was wrong.
     *
     * @param attemptsLeft how many more codes this verification compares; zero or more
     */
    record Incorrect(int attemptsLeft) implements CheckResult {}

    /** All attempts were spent before; the code was not compared. */
    record Exhausted() implements CheckResult {}

    /** The code's time is over; it was not compared. */
    record Expired() implements CheckResult {}

    /** There is nothing to check: it was never started, or is settled. */
    record NotFound() implements CheckResult {}
}
