package dev.ziffer.twilio;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of number is looked for.
 *
 * @param country by ISO 3166-1, in two capital letters
 * @param contains digits or letters that it has, in Twilio's pattern of 2 to 16 characters; null for any
 * @param areaCode of the United States or Canada, in three digits; null for any
 */
public record NumberSearch(
        String country,
        NumberType type,
        @Nullable String contains,
        @Nullable String areaCode) {

    private static final Pattern CONTAINS = Pattern.compile("[0-9A-Za-z*%+$]{2,16}");
    private static final Pattern AREA_CODE = Pattern.compile("[2-9][0-9]{2}");

    /** Any number of this type. */
    public NumberSearch(String country, NumberType type) {
        this(country, type, null, null);
    }

    /** The path below the account's numbers that are for sale. */
    String path() throws AccountException {
        return "/" + Values.country(country) + "/" + type.resource() + ".json";
    }

    /** The query: only numbers that can send SMS. */
    Form query() throws AccountException {
        Form query = new Form().add("SmsEnabled", "true");
        if (contains != null) {
            if (!CONTAINS.matcher(contains).matches()) {
                throw AccountException.invalid(
                        "What the number should contain must be 2 to 16 digits or letters; * stands for any one.",
                        "Was die Nummer enthalten soll, muss aus 2 bis 16 Ziffern oder Buchstaben bestehen; * steht für"
                                + " ein beliebiges Zeichen.");
            }
            query.add("Contains", contains);
        }
        if (areaCode != null) {
            if (!AREA_CODE.matcher(areaCode).matches()) {
                throw AccountException.invalid(
                        "An area code of the United States or Canada has three digits, such as 415.",
                        "Eine Ortsvorwahl der USA oder Kanadas hat drei Ziffern, etwa 415.");
            }
            query.add("AreaCode", areaCode);
        }
        return query;
    }
}
