package dev.ziffer.server;

import dev.ziffer.server.settings.Settings;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The rooms put together and started. */
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
public class Server {

    /** Starts a server; it answers when this returns. */
    public static ConfigurableApplicationContext start(Settings settings) {
        SpringApplication application = new SpringApplication(Server.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        application.setRegisterShutdownHook(true);
        application.addInitializers(context -> {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "settings",
                            Map.of(
                                    "server.port", settings.port(),
                                    "server.address", settings.address().getHostAddress())));
            ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings);
        });
        return application.run();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
