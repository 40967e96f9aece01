package dev.ziffer.server.console;

import dev.ziffer.connector.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Amounts of money as people write them. */
final class Amounts {

    private static final int LEAST_DIGITS = 2;
    private static final int MOST_DIGITS = 4;

    private Amounts() {}

    /** The amount and its currency's code, such as {@code 0.0079 USD}; at most four digits behind the point. */
    static String in(Money money, Locale locale) {
        return in(money.amount(), locale) + " " + money.currency();
    }

    /** The amount alone. */
    static String in(BigDecimal amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(LEAST_DIGITS);
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(amount);
    }
}
