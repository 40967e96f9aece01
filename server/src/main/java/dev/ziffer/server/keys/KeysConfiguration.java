package dev.ziffer.server.keys;

import dev.ziffer.server.settings.MasterKey;
import dev.ziffer.server.settings.Settings;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the keys, which have to open before anything else can work. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    Keys keys(JdbcClient jdbc, Settings settings, Clock clock) throws GeneralSecurityException {
        MasterKey masterKey =
                settings.masterKey().orElseGet(() -> new MasterKeyFile(settings.dataDir()).read(!Keysets.exist(jdbc)));
        return new Keysets(jdbc, masterKey, clock).open();
    }
}
