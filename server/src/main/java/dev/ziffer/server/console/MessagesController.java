package dev.ziffer.server.console;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.messages.LimitedSends;
import dev.ziffer.server.messages.MessageSearch;
import dev.ziffer.server.messages.MessageState;
import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.PhoneNumberException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of messages, and what finds one. */
@Controller
@RequestMapping(MessagesController.PATH)
final class MessagesController {

    static final String PATH = "/console/messages";

    private static final String PAGE = "console/messages";
    private static final int PAGE_SIZE = 50;
    private static final int MOST_LIMITED = 200;
    private static final int LIMITED_BESIDE = 5;

    private static final Pattern MESSAGE_ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");

    /** What nothing but a number consists of; requests' ids have a letter or fewer digits. */
    private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}\\s()+./\\u2010-\\u2015-]{5,40}");

    private final MessageSearch search;
    private final LimitedSends limitedSends;
    private final MessagesCsv csv;

    MessagesController(MessageSearch search, LimitedSends limitedSends, MessagesCsv csv) {
        this.search = search;
        this.limitedSends = limitedSends;
        this.csv = csv;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> query, Locale locale, ZoneId zone, Model model) {
        return list(MessageFilter.read(query, zone), locale, model);
    }

    private String list(MessageFilter filter, Locale locale, Model model) {
        MessageSearch.Page page = search.find(filter.search(), filter.before(), PAGE_SIZE);
        model.addAttribute("section", "messages");
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("older", page.next() == null ? null : filter.address(PATH, page.next()));
        model.addAttribute("newest", filter.before() == null ? null : filter.address(PATH, null));
        model.addAttribute("export", filter.address(PATH + "/export", null));
        model.addAttribute("kinds", Timeline.kinds());
        model.addAttribute("states", MessageState.values());
        model.addAttribute("usageTypes", UsageType.values());
        model.addAttribute("countries", CountryNames.all(locale));
        String number = filter.search().numberHash();
        if (number != null) {
            model.addAttribute("limited", limitedSends.newest(number, LIMITED_BESIDE));
        }
        return PAGE;
    }

    /**
     * Goes to what was typed: a number, Twilio's SID, or an id of ours. By POST, and on to an address with the number's
     * hash, so that no number is in an address, a log or a browser's history.
     */
    @PostMapping("/find")
    String find(
            @RequestParam(defaultValue = "") String what,
            Locale locale,
            ZoneId zone,
            HttpServletResponse response,
            Model model) {
        String text = what.strip();
        if (text.isEmpty()) {
            return "redirect:" + PATH;
        }
        if (MessageFilter.TWILIO_SID.matcher(text).matches()) {
            return to(MessageFilter.SID, text);
        }
        if (MESSAGE_ID.matcher(text).matches()) {
            return "redirect:" + PATH + "/" + text;
        }
        if (NUMBER.matcher(text).matches()) {
            try {
                PhoneNumber number = PhoneNumber.parse(text, Countries.likely(locale));
                return to(MessageFilter.NUMBER, search.numberHash(number));
            } catch (PhoneNumberException e) {
                return notFound(SendRequest.error(e).message(locale), what, locale, zone, response, model);
            }
        }
        if (MessageFilter.REQUEST_ID.matcher(text).matches()) {
            return to(MessageFilter.REQUEST, text);
        }
        return notFound(null, what, locale, zone, response, model);
    }

    private static String to(String parameter, String value) {
        return "redirect:" + PATH + "?" + parameter + "=" + value;
    }

    private String notFound(
            @Nullable String problem,
            String what,
            Locale locale,
            ZoneId zone,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("unfound", true);
        model.addAttribute("problem", problem);
        model.addAttribute("what", what);
        return list(MessageFilter.read(Map.of(), zone), locale, model);
    }

    /** The list as a file for a spreadsheet. */
    @GetMapping("/export")
    void export(@RequestParam Map<String, String> query, ZoneId zone, HttpServletResponse response) throws IOException {
        MessageFilter filter = MessageFilter.read(query, zone);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"messages.csv\"");
        csv.write(filter.search(), response.getWriter());
    }

    /** What limits refused of late. */
    @GetMapping("/limited")
    String limited(Model model) {
        model.addAttribute("section", "messages");
        model.addAttribute("limited", limitedSends.newest(MOST_LIMITED));
        return "console/limited";
    }
}
