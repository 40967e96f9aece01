package dev.ziffer.server.messages;

import dev.ziffer.verification.Progress;
import java.util.List;
import java.util.Optional;

/**
 * A message and all that is known of its way.
 *
 * @param numberHash how the ledger knows its number
 * @param changes the states that it came to after it was asked for
 * @param checks what checks made of its code, and of the same code in other messages; empty for a test, and once the
 *     verification is forgotten
 */
public record MessageHistory(LedgerEntry message, String numberHash, List<Change> changes, Optional<Progress> checks) {}
