package dev.ziffer.acceptance.api;

import java.util.ArrayList;
import java.util.List;

/** Everything that a request to the API can change, as the API shows it. */
record Snapshot(List<String> answers, String messages) {

    static Snapshot of(Api api) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String path :
                List.of("/api/connectors", "/api/sign-in-exp", "/api/protection", "/api/applications?page_size=100")) {
            answers.add(api.get(path).response().body());
        }
        return new Snapshot(
                answers,
                api.get("/api/messages?page_size=1").header("Total-Number").orElse(""));
    }
}
