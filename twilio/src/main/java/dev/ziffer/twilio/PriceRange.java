package dev.ziffer.twilio;

import java.math.BigDecimal;

/**
 * What a message costs, depending on carrier and sender. Carriers' own fees come on top where they take them, as in the
 * United States.
 *
 * @param lowest in whole units of the currency
 * @param highest in whole units of the currency
 * @param currency its code by ISO 4217
 */
public record PriceRange(BigDecimal lowest, BigDecimal highest, String currency) {}
