package dev.ziffer.server.messages;

import java.time.Instant;

/**
 * A message that the provider has, and that this server alone asks about until a lease ends.
 *
 * @param sid the provider's id for it
 * @param account the account that it was sent with, as a hash
 * @param priced whether the price is known
 * @param changedAt when the state last changed
 * @param leasedUntil when another server may ask
 */
record Followed(
        Ledger.Row row,
        String sid,
        String account,
        MessageState state,
        boolean priced,
        Instant changedAt,
        Instant leasedUntil) {}
