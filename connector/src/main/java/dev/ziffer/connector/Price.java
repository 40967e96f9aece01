package dev.ziffer.connector;

import java.math.BigDecimal;

/**
 * What a message costs.
 *
 * @param amount in whole units of the currency, exact; zero or more
 * @param currency its code by ISO 4217, such as {@code USD}
 */
public record Price(BigDecimal amount, String currency) {}
