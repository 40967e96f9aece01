package dev.ziffer.server.settings;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The environment variables that start with {@code ZIFFER_}, by the rest of their names. */
final class Variables {

    private static final String PREFIX = "ZIFFER_";

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(PREFIX + name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    int integer(String name, int otherwise, int least, int most) {
        return find(name)
                .map(value -> {
                    try {
                        int number = Integer.parseInt(value);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // Said below, as for a number out of bounds.
                    }
                    throw new SettingsException(PREFIX + name + " is '" + value + "': set it to a whole number from "
                            + least + " to " + most);
                })
                .orElse(otherwise);
    }

    boolean bool(String name, boolean otherwise) {
        return find(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new SettingsException(PREFIX + name + " is '" + value + "': set it to true or false");
                })
                .orElse(otherwise);
    }

    Path path(String name, String otherwise) {
        String value = find(name).orElse(otherwise);
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new SettingsException(PREFIX + name + " is '" + value + "', which is not a path: set it to a folder");
        }
    }

    InetAddress address(String name, String otherwise) {
        String value = find(name).orElse(otherwise);
        try {
            return InetAddress.ofLiteral(value);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(PREFIX + name + " is '" + value
                    + "': set it to an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all");
        }
    }

    /** The parts between commas, each read by {@code reader}, which throws {@link IllegalArgumentException}. */
    <T> List<T> list(String name, Function<String, T> reader) {
        return find(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    try {
                        return reader.apply(part);
                    } catch (IllegalArgumentException e) {
                        throw new SettingsException(PREFIX + name + " has '" + part + "': " + e.getMessage());
                    }
                })
                .toList();
    }
}
