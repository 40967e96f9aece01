package dev.ziffer.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The error body, the headers that every answer has and the line in the log, for requests that Tomcat refuses before they
 * reach anything of ours.
 */
final class JsonErrorValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger("dev.ziffer.access");

    private static final JsonMapper JSON = new JsonMapper();

    private final boolean https;

    JsonErrorValve(boolean https) {
        this.https = https;
    }

    /** What the filter does for requests that get there. The line has nothing that the caller could have written. */
    private void name(Request request, Response response) {
        String id = RequestId.fresh();
        response.setHeader(RequestId.HEADER, id);
        RequestFilter.setHeaders(response, https);
        log.atInfo()
                .addKeyValue(RequestId.LOGGED_AS, id)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("client", request.getRemoteAddr())
                .log("a request that is not HTTP as it should be");
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        // Unless it is marked as reported, Tomcat takes the answer for a broken one and cuts the connection.
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        if (response.getHeader(RequestId.HEADER) == null) {
            name(request, response);
        }
        RequestError error = RequestErrors.of(response.getStatus());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(JSON.writeValueAsString(error.body(ErrorTexts.language(request))));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // The caller is gone, or has an answer already.
        }
    }
}
