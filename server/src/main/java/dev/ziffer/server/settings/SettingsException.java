package dev.ziffer.server.settings;

/** A setting that the server cannot start with. Its message is one sentence that names the variable and the fix. */
public final class SettingsException extends RuntimeException {

    public SettingsException(String sentence) {
        super(sentence);
    }
}
