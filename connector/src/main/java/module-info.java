/** What an SMS connector is. */
module dev.ziffer.connector {
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;

    exports dev.ziffer.connector;
}
