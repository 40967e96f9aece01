/** Sends SMS through the operator's own Twilio account. */
module dev.ziffer.twilio {
    requires static transitive org.jspecify;
    requires transitive dev.ziffer.connector;
    requires transitive java.net.http;
    requires transitive tools.jackson.databind;

    exports dev.ziffer.twilio;
}
