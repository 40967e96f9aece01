package dev.ziffer.server.messages;

import dev.ziffer.server.keys.Keys;
import dev.ziffer.verification.jdbc.JdbcVerifications;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The verification engine, on the server's database and keys, and the threads of the work in the background. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineConfiguration {

    @Bean
    JdbcVerifications verifications(DataSource dataSource, Keys keys, Clock clock) {
        return new JdbcVerifications(dataSource, keys, clock, new SecureRandom());
    }

    /** A thread for each job of {@link BackgroundWork}, so that none waits for another. */
    @Bean
    ThreadPoolTaskScheduler backgroundScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(BackgroundWork.JOBS);
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("background-");
        return scheduler;
    }
}
