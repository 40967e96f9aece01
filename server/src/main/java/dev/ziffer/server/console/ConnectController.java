package dev.ziffer.server.console;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.connectors.ConnectorDrafts;
import dev.ziffer.server.connectors.ConnectorDrafts.Draft;
import dev.ziffer.server.experience.SignInExperience;
import dev.ziffer.server.experience.SignInExperiences;
import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.server.operators.Operator;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.protection.Rules;
import dev.ziffer.server.web.ErrorTexts;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.PhoneNumberException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    @GetMapping
    String page(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(required = false) @Nullable String check,
            @RequestParam(required = false) @Nullable String untested,
            @RequestParam(required = false) @Nullable String saved,
            @RequestParam(required = false) @Nullable String bought,
            Locale locale,
            Model model) {
        model.addAttribute("check", check != null);
        model.addAttribute("untested", untested != null);
        model.addAttribute("saved", saved != null);
        model.addAttribute("bought", bought != null);
        SignInExperience experience = experiences.current();
        model.addAttribute(
                "enabled", experience.signUp().byPhone() && experience.signIn().byCode());
        return page(operator, check != null, locale, model);
    }

    private String page(Operator operator, boolean check, Locale locale, Model model) {
        Rules rules = protection.rules();
        Draft draft = drafts.open(operator.id(), () -> startingTexts.config(locale));
        String code = SAMPLE.substring(0, rules.policy().codeLength());
        model.addAttribute("section", "connector");
        model.addAttribute("draft", draft);
        model.addAttribute("form", ConnectForm.of(draft, check, code, locale));
        model.addAttribute("usageTypes", UsageType.values());
        model.addAttribute("countries", countries.in(locale));
        model.addAttribute("likely", Countries.likely(locale));
        model.addAttribute("hasSandbox", drafts.sandbox().isPresent());
        if (draft.testedBy() != null) {
            timelines.find(draft.testedBy(), locale).ifPresent(timeline -> model.addAttribute("timeline", timeline));
        }
        return PAGE;
    }

    /** What became of the test so far. */
    @GetMapping("/timeline")
    String timeline(@AuthenticationPrincipal Operator operator, Locale locale, Model model) {
        page(operator, false, locale, model);
        return PAGE + " :: #timeline";
    }

    /** Keeps what a step's fields hold. */
    @PostMapping
    String edit(@AuthenticationPrincipal Operator operator, @RequestParam Map<String, String> sent, Locale locale) {
        edit(operator, locale, sent);
        return SELF;
    }

    private void edit(Operator operator, Locale locale, Map<String, String> sent) {
        drafts.edit(operator.id(), () -> startingTexts.config(locale), config -> ConnectEdit.apply(config, sent));
    }

    /** Fills in what the sandbox on this machine takes; the texts stay. */
    @PostMapping("/sandbox")
    String useSandbox(@AuthenticationPrincipal Operator operator, Locale locale) {
        drafts.sandbox()
                .ifPresent(sandbox -> edit(
                        operator,
                        locale,
                        Map.of(
                                "accountSID", sandbox.path("accountSID").stringValue(),
                                "authToken", sandbox.path("authToken").stringValue(),
                                "fromMessagingServiceSID",
                                        sandbox.path("fromMessagingServiceSID").stringValue())));
        return SELF;
    }

    /** Adds a text for a use, or a language of one. */
    @PostMapping("/add")
    String add(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(defaultValue = "") String usageType,
            @RequestParam(defaultValue = "") String language,
            Locale locale) {
        UsageType usage = UsageType.of(usageType)
                .orElseThrow(() -> RequestError.of(HttpStatus.BAD_REQUEST, "field.unknown_usage_type"));
        String tag = language.strip();
        Locale written = tag.isEmpty() ? locale : Locale.forLanguageTag(tag);
        String key = ConnectForm.key(usage.wireName(), tag);
        drafts.edit(
                operator.id(),
                () -> startingTexts.config(locale),
                config -> ConnectEdit.has(config, key)
                        ? config
                        : ConnectEdit.apply(config, Map.of(key, startingTexts.text(usage.wireName(), written))));
        return SELF;
    }

    @PostMapping("/remove")
    String remove(@AuthenticationPrincipal Operator operator, @RequestParam String text, Locale locale) {
        drafts.edit(operator.id(), () -> startingTexts.config(locale), config -> ConnectEdit.without(config, text));
        return SELF;
    }

    @PostMapping("/test")
    String test(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String usageType,
            @RequestParam(defaultValue = "") String language,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            PhoneNumber number = PhoneNumber.parse(phone, country);
            Rules rules = protection.rules();
            if (!rules.countries().allow(number)) {
                throw RequestError.of(HttpStatus.BAD_REQUEST, "verification_code.country_not_allowed");
            }
            drafts.test(
                    operator.id(),
                    () -> startingTexts.config(locale),
                    new SendRequest(
                            number,
                            UsageType.of(usageType).orElse(UsageType.GENERIC),
                            language.isEmpty()
                                    ? null
                                    : Locale.forLanguageTag(language).toLanguageTag()));
            return SELF + "#test";
        } catch (PhoneNumberException e) {
            String code = "phone." + e.reason().name().toLowerCase(Locale.ROOT);
            return refused(
                    ErrorTexts.text(code, locale),
                    HttpStatus.BAD_REQUEST,
                    phone,
                    country,
                    usageType,
                    language,
                    operator,
                    locale,
                    response,
                    model);
        } catch (IllegalArgumentException e) {
            return refused(
                    ErrorTexts.text("phone.unknown_calling_code", locale),
                    HttpStatus.BAD_REQUEST,
                    phone,
                    country,
                    usageType,
                    language,
                    operator,
                    locale,
                    response,
                    model);
        } catch (RequestError e) {
            return refused(
                    e.message(locale),
                    e.status(),
                    phone,
                    country,
                    usageType,
                    language,
                    operator,
                    locale,
                    response,
                    model);
        }
    }

    private String refused(
            String problem,
            HttpStatus status,
            String phone,
            String country,
            String usageType,
            String language,
            Operator operator,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("testProblem", problem);
        model.addAttribute("phone_", phone);
        model.addAttribute("country", country);
        model.addAttribute("usageType", usageType);
        model.addAttribute("language", language);
        return page(operator, true, locale, model);
    }

    /** Saves what can be sent with; asks once more before what was never tried. */
    @PostMapping("/save")
    String save(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(required = false) @Nullable String anyway,
            Locale locale) {
        Draft draft = drafts.open(operator.id(), () -> startingTexts.config(locale));
        if (!draft.errors().isEmpty()) {
            return SELF + "?check#problems";
        }
        if (draft.testedBy() == null && anyway == null) {
            return SELF + "?untested#save";
        }
        drafts.save(operator.id(), () -> startingTexts.config(locale));
        return SELF + "?saved";
    }

    @PostMapping("/discard")
    String discard(@AuthenticationPrincipal Operator operator) {
        drafts.discard(operator.id());
        return SELF;
    }
}
