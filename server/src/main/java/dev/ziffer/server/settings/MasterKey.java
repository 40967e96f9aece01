package dev.ziffer.server.settings;

import java.util.Base64;

/** The key that encrypts the keysets, and nothing else: 32 bytes. Never printed. */
public final class MasterKey {

    /** How many bytes it has. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a key in base64; throws {@link SettingsException} if it is not one. */
    public static MasterKey of(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == BYTES) {
                return new MasterKey(bytes);
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for a key of another length.
        }
        throw new SettingsException(
                "The master key (ZIFFER_MASTER_KEY, or the file master-key) is not 32 bytes in base64:"
                        + " make it what 'openssl rand -base64 32' prints, and keep it, since it opens everything");
    }

    /** A copy of the key. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
