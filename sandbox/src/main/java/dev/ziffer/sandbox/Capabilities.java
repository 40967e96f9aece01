package dev.ziffer.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a number can do. */
record Capabilities(boolean sms, boolean mms, boolean voice) {

    /** As an object. Twilio's specification spells SMS and MMS small, its Java SDK reads them large: both are there. */
    Map<String, Boolean> json() {
        Map<String, Boolean> json = new LinkedHashMap<>();
        json.put("voice", voice);
        json.put("sms", sms);
        json.put("mms", mms);
        json.put("SMS", sms);
        json.put("MMS", mms);
        return json;
    }

    /** As a list, as a Messaging Service shows its numbers. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (mms) {
            names.add("MMS");
        }
        if (sms) {
            names.add("SMS");
        }
        if (voice) {
            names.add("Voice");
        }
        return names;
    }
}
