package dev.ziffer.server.protection;

import dev.ziffer.verification.Limits;
import dev.ziffer.verification.Policy;

/**
 * The rules in force.
 *
 * @param countries where codes may go
 * @param policy what a new code is like
 * @param limits how much may be sent and tried
 */
public record Rules(Countries countries, Policy policy, Limits limits) {}
