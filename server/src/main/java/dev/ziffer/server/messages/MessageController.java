package dev.ziffer.server.messages;

import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.web.ErrorTexts;
import dev.ziffer.server.web.Paging;
import dev.ziffer.server.web.Parameters;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.PhoneNumberException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, for reading. */
@RestController
@RequestMapping("/api/messages")
final class MessageController {

    private final LedgerQuery ledger;
    private final Settings settings;

    MessageController(LedgerQuery ledger, Settings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    @GetMapping
    ResponseEntity<List<MessageResponse>> list(@RequestParam Map<String, String> query, HttpServletRequest request) {
        Parameters parameters = new Parameters(query);
        Paging paging = Paging.read(parameters);
        var filter = new LedgerQuery.Filter(
                phone(parameters), state(parameters), parameters.integer("error", 1, Integer.MAX_VALUE));
        parameters.check();
        LedgerQuery.Page page = ledger.find(filter, paging.pageSize(), paging.offset());
        return ResponseEntity.ok()
                .headers(paging.headers(settings.publicUrl().with("/api/messages"), parameters, page.total()))
                .body(page.entries().stream()
                        .map(entry -> MessageResponse.of(entry, ErrorTexts.language(request)))
                        .toList());
    }

    @GetMapping("/{id}")
    MessageResponse get(@PathVariable String id, HttpServletRequest request) {
        return ledger.find(id)
                .map(entry -> MessageResponse.of(entry, ErrorTexts.language(request)))
                .orElseThrow(() -> RequestError.of(HttpStatus.NOT_FOUND, "entity.not_found"));
    }

    private static @Nullable PhoneNumber phone(Parameters parameters) {
        String text = parameters.text("phone");
        if (text == null) {
            return null;
        }
        try {
            // A plus sign that was not encoded arrives as a space.
            return PhoneNumber.parse(text.strip());
        } catch (PhoneNumberException e) {
            parameters.report("phone", "phone." + e.reason().name().toLowerCase(Locale.ROOT));
            return null;
        }
    }

    private static @Nullable MessageState state(Parameters parameters) {
        String text = parameters.text("state");
        if (text == null) {
            return null;
        }
        return MessageState.of(text).orElseGet(() -> {
            parameters.report("state", "parameter.unknown_state", MessageState.wireNames());
            return null;
        });
    }
}
