package dev.ziffer.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What every error answers with; see {@link RequestError}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorBody(
        String code,
        String message,
        @Nullable Object data,
        @Nullable String details) {}
