package dev.ziffer.connector;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param amount in whole units of the currency, exact; negative for a debt
 * @param currency its code by ISO 4217, such as {@code USD}
 */
public record Money(BigDecimal amount, String currency) {}
