package dev.ziffer.server.web;

import dev.ziffer.server.settings.AddressRange;
import dev.ziffer.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from. Each proxy adds to the right of {@code X-Forwarded-For} whom it was called by, so the list
 * is believed from the right for as long as trusted proxies wrote it; what stands further left anyone could have sent.
 */
@Component
public final class ClientAddress {

    private static final String HEADER = "X-Forwarded-For";

    private final List<AddressRange> trusted;

    ClientAddress(Settings settings) {
        this.trusted = settings.trustedProxies();
    }

    /** The first address from the right that is not a trusted proxy's. */
    public InetAddress of(HttpServletRequest request) {
        InetAddress address = InetAddress.ofLiteral(request.getRemoteAddr());
        if (!trusts(address)) {
            return address;
        }
        List<String> entries = Collections.list(request.getHeaders(HEADER)).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .toList();
        for (String entry : entries.reversed()) {
            Optional<InetAddress> caller = parse(entry.strip());
            if (caller.isEmpty()) {
                return address;
            }
            address = caller.get();
            if (!trusts(address)) {
                return address;
            }
        }
        return address;
    }

    private boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    private static Optional<InetAddress> parse(String entry) {
        try {
            return Optional.of(InetAddress.ofLiteral(entry));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
