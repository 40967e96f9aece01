package dev.ziffer.server.messages;

import dev.ziffer.server.keys.Keys;
import dev.ziffer.verification.jdbc.JdbcVerifications;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The verification engine, on the server's database and keys. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineConfiguration {

    @Bean
    JdbcVerifications verifications(DataSource dataSource, Keys keys, Clock clock) {
        return new JdbcVerifications(dataSource, keys, clock, new SecureRandom());
    }
}
