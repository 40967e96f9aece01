package dev.ziffer.server.experience;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What a sign-in page may know, for anybody. Caches keep it and ask each time whether it still is so. */
@RestController
final class PublicExperienceController {

    private final Shown shown;

    PublicExperienceController(Shown shown) {
        this.shown = shown;
    }

    @GetMapping(path = "/api/.well-known/sign-in-exp", produces = MediaType.APPLICATION_JSON_VALUE)
    byte @Nullable [] get(WebRequest request, HttpServletResponse response) {
        byte[] body = shown.toAnybody().toString().getBytes(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        return request.checkNotModified(DigestUtils.md5DigestAsHex(body)) ? null : body;
    }
}
