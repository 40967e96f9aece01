package dev.ziffer.sandbox;

import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;

/** Twilio's own HTTP client, with the hosts of its REST APIs exchanged for one. */
final class RebasedHttpClient extends NetworkHttpClient {

    private final URI base;

    RebasedHttpClient(URI base) {
        this.base = base;
    }

    @Override
    public Response makeRequest(Request request) {
        String url = request.getUrl().replaceFirst("^https://[a-z]+\\.twilio\\.com", base.toString());
        HttpMethod method = request.getMethod();
        Request rebased = new Request(method, url);
        rebased.setAuth(request.getUsername(), request.getPassword());
        rebased.setContentType(request.getContentType());
        request.getQueryParams().forEach((name, values) -> values.forEach(v -> rebased.addQueryParam(name, v)));
        request.getPostParams().forEach((name, values) -> values.forEach(v -> rebased.addPostParam(name, v)));
        request.getHeaderParams().forEach((name, values) -> values.forEach(v -> rebased.addHeaderParam(name, v)));
        return super.makeRequest(rebased);
    }
}
