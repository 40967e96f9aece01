package dev.ziffer.twilio;

/**
 * That a number is among the senders of a Messaging Service.
 *
 * @param numberSid the number's SID
 */
public record Membership(String numberSid, MessagingService service) {}
