package dev.ziffer.connector;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The templates of one configuration, found by usage type and language. Immutable. */
public final class Templates {

    private static final Text NOT_FOUND = new Text(
            "No template fits this message, and there is none for Generic. Add a Generic template without a locale.",
            "Keine Vorlage passt zu dieser Nachricht, und es gibt keine für Generic. Ergänzen Sie eine"
                    + " Generic-Vorlage ohne Sprache.");

    private static final Text NOT_FOUND_FOR_USERS = new Text(
            "We cannot send codes right now. Please try again later.",
            "Wir können gerade keine Codes senden. Bitte versuchen Sie es später noch einmal.");

    private record Key(UsageType usageType, String locale) {}

    private final Map<Key, Template> byKey = new HashMap<>();

    /** Keeps these templates; of two for the same usage type and locale, the first. */
    public Templates(List<Template> templates) {
        for (Template template : templates) {
            String locale = template.locale() == null ? "" : template.locale();
            byKey.putIfAbsent(key(template.usageType(), locale), template);
        }
    }

    /**
     * The template for this usage type in this language, else in a wider one ({@code de-CH}, then {@code de}, then the
     * template without a locale), else the one for {@link UsageType#GENERIC} found in the same way.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647 §3.4</a>
     */
    public Optional<Template> find(UsageType usageType, @Nullable String locale) {
        return findFor(usageType, locale).or(() -> findFor(UsageType.GENERIC, locale));
    }

    /**
     * The text of this message.
     *
     * @throws ConnectorException with {@link ErrorCode#TEMPLATE_NOT_FOUND}
     */
    public String render(Message message) throws ConnectorException {
        return find(message.usageType(), message.locale())
                .orElseThrow(() -> ConnectorException.of(
                                ErrorCode.TEMPLATE_NOT_FOUND, Outcome.NOT_SENT, NOT_FOUND, NOT_FOUND_FOR_USERS)
                        .advice(Fault.OPERATOR, Retry.FIX)
                        .build())
                .render(message);
    }

    private Optional<Template> findFor(UsageType usageType, @Nullable String locale) {
        String range = locale == null ? "" : locale;
        while (true) {
            Template template = byKey.get(key(usageType, range));
            if (template != null || range.isEmpty()) {
                return Optional.ofNullable(template);
            }
            range = range.substring(0, Math.max(range.lastIndexOf('-'), 0));
        }
    }

    private static Key key(UsageType usageType, String locale) {
        return new Key(usageType, locale.toLowerCase(Locale.ROOT));
    }
}
