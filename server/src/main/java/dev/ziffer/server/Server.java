package dev.ziffer.server;

import dev.ziffer.server.settings.Settings;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.modulith.Modulithic;

/** The rooms put together and started. Of the framework's own parts it has those named here and no others. */
@Modulithic
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
public class Server {

    /** Starts a server; it answers when this returns. */
    public static ConfigurableApplicationContext start(Settings settings) {
        return application(Server.class, settings, WebApplicationType.SERVLET).run();
    }

    /** What {@code source} puts together, with the settings and the clock. */
    static SpringApplication application(Class<?> source, Settings settings, WebApplicationType type) {
        SpringApplication application = new SpringApplication(source);
        application.setWebApplicationType(type);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        application.setEnvironment(environment(settings, type));
        application.addInitializers(context -> {
            var parts = (GenericApplicationContext) context;
            parts.registerBean(Settings.class, () -> settings);
            parts.registerBean(Clock.class, Clock::systemUTC);
        });
        return application;
    }

    /** Ours alone: no variable that is not ours, and no file in the folder of the start, changes anything. */
    private static ConfigurableEnvironment environment(Settings settings, WebApplicationType type) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "settings",
                        Map.of(
                                "spring.config.location",
                                "classpath:/application.yaml",
                                "server.port",
                                settings.port(),
                                "server.address",
                                settings.address().getHostAddress(),
                                // What a command prints is its answer alone.
                                "logging.threshold.console",
                                type == WebApplicationType.NONE ? "off" : "trace")));
        return environment;
    }
}
