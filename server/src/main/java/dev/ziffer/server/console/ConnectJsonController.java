package dev.ziffer.server.console;

import dev.ziffer.server.connectors.ConnectorDraft;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The same draft as JSON: to edit, to paste one from elsewhere, and to take away without its secrets. */
@Controller
@RequestMapping(ConnectController.PATH)
final class ConnectJsonController {

    private static final String PAGE = "console/connect-json";

    private final JsonMapper strict;

    ConnectJsonController(JsonMapper json) {
        this.strict = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    @GetMapping("/json")
    String page(ConnectorDraft draft, Model model) {
        return page(strict.writeValueAsString(draft.state().config()), model);
    }

    private static String page(String document, Model model) {
        model.addAttribute("section", "connector");
        model.addAttribute("document", document);
        return PAGE;
    }

    /** Takes a document in place of the draft; what is no JSON object stays in the editor. */
    @PostMapping("/json")
    String replace(
            ConnectorDraft draft,
            @RequestParam(defaultValue = "") String document,
            HttpServletResponse response,
            Model model) {
        JsonNode config;
        try {
            config = strict.readTree(document);
        } catch (JacksonException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", "json.malformed");
            model.addAttribute(
                    "line", e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            model.addAttribute(
                    "column", e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
            return page(document, model);
        }
        if (!config.isObject()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", "json.no-object");
            return page(document, model);
        }
        draft.edit(_ -> config);
        return "redirect:" + ConnectController.PATH + "?check#problems";
    }

    /** The draft without its secrets, for another installation or a colleague. */
    @GetMapping("/export")
    ResponseEntity<String> export(ConnectorDraft draft) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"twilio-connector.json\"")
                .body(strict.writeValueAsString(draft.withoutSecrets()));
    }
}
