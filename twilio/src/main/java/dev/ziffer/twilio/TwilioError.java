package dev.ziffer.twilio;

import dev.ziffer.connector.Fault;
import dev.ziffer.connector.Retry;
import dev.ziffer.connector.Text;

/**
 * What one of Twilio's error codes means.
 *
 * @param code Twilio's number
 * @param fault who can mend it
 * @param retry whether the same message can succeed another time
 * @param refusesNumber whether it is about this recipient, so that another one could get the same message
 * @param operatorText what happened and what the operator should do
 * @param userText what the person with the phone should read
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio, Error and Warning Dictionary</a>
 */
public record TwilioError(
        int code, Fault fault, Retry retry, boolean refusesNumber, Text operatorText, Text userText) {}
