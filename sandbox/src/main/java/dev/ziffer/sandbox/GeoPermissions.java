package dev.ziffer.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** To which countries an account may send. Safe for use by many threads. */
final class GeoPermissions {

    private final Set<Country> off = ConcurrentHashMap.newKeySet();

    GeoPermissions() {
        off.addAll(Countries.ALL.stream().filter(Country::off).collect(Collectors.toSet()));
    }

    boolean permit(Country country) {
        return !off.contains(country);
    }

    /** Turns a country on or off; false if it is one that cannot be turned on here. */
    boolean set(Country country, boolean enabled) {
        if (enabled && country.highRisk()) {
            return false;
        }
        if (enabled) {
            off.remove(country);
        } else {
            off.add(country);
        }
        return true;
    }
}
