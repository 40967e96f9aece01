package dev.ziffer.verification;

import java.time.Duration;
import java.util.Optional;

/**
 * Starts, resends and checks verifications of phone numbers.
 *
 * <p>May be called by many threads, and by many servers on one store, at once. Whatever the concurrency, a verification
 * is approved at most once, at most {@link Policy#maxAttempts()} codes are compared for it, and no limit of a start is
 * exceeded. Codes are never stored; numbers are stored as keyed hashes only.
 */
public interface Verifications {

    /**
     * Starts a verification, or counts another send of the one that is live, and reserves what the request's limits ask
     * for. All of it, and what the intent records, happens in one transaction or not at all.
     *
     * <p>A resend has the same code and the same expiry. A new verification takes the place of one that has expired, is
     * settled, has no attempts left, or has less than a fifth of its lifetime left; the code of the replaced one is
     * worthless from then on.
     *
     * @param intent what to write in the same transaction, after the limits have agreed
     * @throws StoreException if the store fails; nothing was changed then, unless the failure is of the commit itself
     */
    StartResult start(StartRequest request, Intent intent);

    /**
     * Checks a code that a person typed. Every comparison spends an attempt; a right code settles the verification.
     *
     * @param code as typed: spaces and hyphens are ignored, decimal digits of any script are digits; anything else is a
     *     wrong code, and spends an attempt too
     * @throws StoreException if the store fails
     */
    CheckResult check(VerificationKey key, String code);

    /**
     * What checks have made of a verification, for those who run it. Empty for one that is unknown: it was never started,
     * has expired {@linkplain #KEPT_AFTER_EXPIRY long ago}, or was replaced without having been approved.
     *
     * @param numberHash the number's, see {@link KeyedHash#ofNumber}
     * @param id as the start named it
     * @throws StoreException if the store fails
     */
    Optional<Progress> progress(String numberHash, String id);

    /**
     * Gives back what a start reserved, because its code was certainly not sent for a reason that is not the number's.
     *
     * <p>A verification all of whose sends were given back, and that was not yet tried, is canceled and its wrong tries are
     * given back; else it stays as it is, and they stay reserved. A cooldown that a later send set is kept. A second call for the same
     * start does nothing, nor does one after the send has ceased to count.
     *
     * @throws StoreException if the store fails
     */
    void giveBack(StartRequest request, StartResult.Started started);

    /**
     * Deletes verifications and limits that no longer matter to any answer. Meant for one server at a time: of two that
     * delete at once, one may fail, with nothing lost; starts and checks go on undisturbed.
     *
     * <p>A verification is kept for a day after it expires, so that a late check is told so.
     *
     * @param limit at most so many of each, so that the store is never held for long; one or more
     * @return how many were deleted; fewer than the limit means that none is left
     * @throws StoreException if the store fails
     */
    int deleteExpired(int limit);

    /** How long a verification is kept after it has expired, so that a check of it is told so. */
    Duration KEPT_AFTER_EXPIRY = Duration.ofDays(1);
}
