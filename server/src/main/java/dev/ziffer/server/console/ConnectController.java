package dev.ziffer.server.console;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.connectors.ConnectorDraft;
import dev.ziffer.server.connectors.ConnectorDrafts;
import dev.ziffer.server.experience.SignInExperience;
import dev.ziffer.server.experience.SignInExperiences;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.web.RequestError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page that connects Twilio. What is typed is kept at once as the operator's draft, so that reloading and going back
 * lose nothing; what messages are sent through changes when it is saved.
 */
@Controller
@RequestMapping(ConnectController.PATH)
final class ConnectController {

    static final String PATH = "/console/connector";

    private static final String PAGE = "console/connect";
    private static final String SELF = "redirect:" + PATH;

    /** Of a code's length, and not what anybody would take for a default. */
    private static final String SAMPLE = "4071628593";

    private final ConnectorDrafts drafts;
    private final StartingTexts startingTexts;
    private final Timelines timelines;
    private final Protection protection;
    private final Countries countries;
    private final SignInExperiences experiences;

    ConnectController(
            ConnectorDrafts drafts,
            StartingTexts startingTexts,
            Timelines timelines,
            Protection protection,
            Countries countries,
            SignInExperiences experiences) {
        this.drafts = drafts;
        this.startingTexts = startingTexts;
        this.timelines = timelines;
        this.protection = protection;
        this.countries = countries;
        this.experiences = experiences;
    }

    /** Shows the page; the names in the query say what has just happened. */
    @GetMapping
    String page(ConnectorDraft draft, @RequestParam Map<String, String> query, Locale locale, Model model) {
        return page(draft, query.keySet(), TestForm.fresh(locale), locale, model);
    }

    private String page(ConnectorDraft draft, Set<String> happened, TestForm test, Locale locale, Model model) {
        for (String name : List.of("check", "untested", "saved", "bought", "unattached")) {
            model.addAttribute(name, happened.contains(name));
        }
        ConnectorDraft.State state = draft.state();
        String code = SAMPLE.substring(0, protection.rules().policy().codeLength());
        model.addAttribute("section", "connector");
        model.addAttribute("draft", state);
        model.addAttribute("form", ConnectForm.of(state, happened.contains("check"), code, locale));
        model.addAttribute("test", test);
        model.addAttribute("usageTypes", UsageType.values());
        model.addAttribute("countries", countries.in(locale));
        model.addAttribute("hasSandbox", drafts.sandbox().isPresent());
        SignInExperience experience = experiences.current();
        model.addAttribute(
                "enabled", experience.signUp().byPhone() && experience.signIn().byCode());
        addTimeline(state.testedBy(), locale, model);
        return PAGE;
    }

    private void addTimeline(@Nullable String messageId, Locale locale, Model model) {
        if (messageId != null) {
            timelines.find(messageId, locale).ifPresent(timeline -> model.addAttribute("timeline", timeline));
        }
    }

    /** What became of the test so far. */
    @GetMapping("/timeline")
    String timeline(ConnectorDraft draft, Locale locale, Model model) {
        addTimeline(draft.testedBy(), locale, model);
        return PAGE + " :: #timeline";
    }

    /** Keeps what a step's fields hold. */
    @PostMapping
    String edit(ConnectorDraft draft, @RequestParam Map<String, String> sent) {
        draft.edit(config -> ConnectEdit.apply(config, sent));
        return SELF;
    }

    /** Fills in what the sandbox on this machine takes; the texts stay. */
    @PostMapping("/sandbox")
    String useSandbox(ConnectorDraft draft) {
        drafts.sandbox().ifPresent(sandbox -> {
            Map<String, String> filled = Stream.of("accountSID", "authToken", "fromMessagingServiceSID")
                    .collect(Collectors.toMap(
                            name -> name, name -> sandbox.path(name).stringValue()));
            draft.edit(config -> ConnectEdit.apply(config, filled));
        });
        return SELF;
    }

    /** Adds a text for a use, or a language of one. */
    @PostMapping("/add")
    String add(
            ConnectorDraft draft,
            @RequestParam(defaultValue = "") String usageType,
            @RequestParam(defaultValue = "") String language,
            Locale locale) {
        String tag = language.strip();
        Locale written = tag.isEmpty() ? locale : Locale.forLanguageTag(tag);
        String key = ConnectForm.key(usageType, tag);
        draft.edit(config -> ConnectEdit.has(config, key)
                ? config
                : ConnectEdit.apply(config, Map.of(key, startingTexts.text(usageType, written))));
        return SELF;
    }

    /** Takes a text out. */
    @PostMapping("/remove")
    String remove(ConnectorDraft draft, @RequestParam String text) {
        draft.edit(config -> ConnectEdit.without(config, text));
        return SELF;
    }

    /** Sends a test; what is wrong with it is shown beside what was typed. */
    @PostMapping("/test")
    String test(ConnectorDraft draft, TestForm test, Locale locale, HttpServletResponse response, Model model) {
        try {
            draft.test(test.request(protection.rules()));
            return SELF + "#test";
        } catch (RequestError e) {
            response.setStatus(e.status().value());
            model.addAttribute(
                    "testProblem",
                    e.issues().isEmpty() || e.code().equals("connector.invalid_config")
                            ? e.message(locale)
                            : e.issues().getFirst().in(locale).message());
            return page(draft, Set.of("check"), test, locale, model);
        }
    }

    /** Saves what can be sent with; asks once more before what was never tried. */
    @PostMapping("/save")
    String save(ConnectorDraft draft, @RequestParam(required = false) @Nullable String anyway) {
        ConnectorDraft.State state = draft.state();
        if (!state.errors().isEmpty()) {
            return SELF + "?check#problems";
        }
        if (state.testedBy() == null && anyway == null) {
            return SELF + "?untested#save";
        }
        draft.save();
        return SELF + "?saved";
    }

    @PostMapping("/discard")
    String discard(ConnectorDraft draft) {
        draft.discard();
        return SELF;
    }
}
