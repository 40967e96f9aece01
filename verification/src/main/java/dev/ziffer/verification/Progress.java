package dev.ziffer.verification;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What checks have made of a verification so far.
 *
 * @param wrongTries how many wrong codes were compared; empty where another verification has taken its place since
 * @param usedUp whether no further code is compared because too many were wrong
 * @param approvedAt when the right code was shown; null while it was not
 */
public record Progress(
        OptionalInt wrongTries, boolean usedUp, @Nullable Instant approvedAt) {}
