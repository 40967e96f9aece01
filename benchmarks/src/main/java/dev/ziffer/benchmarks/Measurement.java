package dev.ziffer.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One server on one database.
 *
 * @param subject which server
 * @param database which database
 * @param steps what each step of the load measured, in order
 * @param residentMebibytes its memory after the last step
 * @param peakMebibytes the most it ever had
 * @param races what racing checks got from it; null if that was not tried
 */
record Measurement(
        String subject,
        String database,
        List<Step> steps,
        long residentMebibytes,
        long peakMebibytes,
        @Nullable Races races) {}
