package dev.ziffer.server.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import dev.ziffer.server.settings.MasterKey;
import dev.ziffer.server.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keysets in the {@code keyset} table, encrypted by the master key. Each is made by the first server that needs it,
 * in one guarded insert, and read back, so that servers that start at once have the same.
 */
final class Keysets {

    private static final String ADD = """
            INSERT INTO keyset (name, encrypted, created_at)
            VALUES (:name, :encrypted, :now)
            ON CONFLICT (name) DO NOTHING
            """;

    private static final String FIND = "SELECT encrypted FROM keyset WHERE name = :name";

    private final Configuration tink;
    private final JdbcClient jdbc;
    private final Aead master;
    private final Clock clock;

    Keysets(JdbcClient jdbc, MasterKey masterKey, Clock clock) throws GeneralSecurityException {
        AeadConfig.register();
        DeterministicAeadConfig.register();
        PrfConfig.register();
        this.tink = RegistryConfiguration.get();
        this.jdbc = jdbc;
        this.master = aead(masterKey);
        this.clock = clock;
    }

    static boolean exist(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM keyset").query(Long.class).single() > 0;
    }

    Keys open() throws GeneralSecurityException {
        Parameters prf = HmacPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build();
        return new Keys(
                keyset("code", prf).getPrimitive(tink, PrfSet.class),
                keyset("data", PredefinedDeterministicAeadParameters.AES256_SIV)
                        .getPrimitive(tink, DeterministicAead.class),
                keyset("phone-index", prf).getPrimitive(tink, PrfSet.class));
    }

    private KeysetHandle keyset(String name, Parameters parameters) throws GeneralSecurityException {
        String encrypted = jdbc.sql(FIND)
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse(null);
        return decrypt(name, encrypted == null ? add(name, parameters) : encrypted);
    }

    private String add(String name, Parameters parameters) throws GeneralSecurityException {
        byte[] encrypted = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                KeysetHandle.generateNew(parameters, tink), master, name.getBytes(StandardCharsets.UTF_8), tink);
        jdbc.sql(ADD)
                .param("name", name)
                .param("encrypted", Base64.getEncoder().encodeToString(encrypted))
                .param("now", clock.millis())
                .update();
        return jdbc.sql(FIND).param("name", name).query(String.class).single();
    }

    private KeysetHandle decrypt(String name, String encrypted) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    Base64.getDecoder().decode(encrypted), master, name.getBytes(StandardCharsets.UTF_8), tink);
        } catch (GeneralSecurityException e) {
            throw new SettingsException("The master key does not open the keys in this database:"
                    + " give the server the master key that the database was made with,"
                    + " in ZIFFER_MASTER_KEY or as the file master-key in ZIFFER_DATA_DIR");
        }
    }

    @AccessesPartialKey
    private Aead aead(MasterKey masterKey) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(MasterKey.BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey key = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(masterKey.bytes(), InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(tink, Aead.class);
    }
}
