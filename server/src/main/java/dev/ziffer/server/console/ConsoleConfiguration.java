package dev.ziffer.server.console;

import dev.ziffer.server.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The pages' files, texts and languages. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    static final String ASSETS = "/console/assets/";

    /** The languages that the pages have, the first for everybody else. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** The files of texts: what all pages share, then one for each part of the console. */
    private static final List<String> TEXTS = List.of("texts", "connect", "account", "experience", "messages");

    private static final String OURS = "classpath:/dev/ziffer/server/console/assets/";

    /** Colours and typefaces come with the sandbox's page. */
    private static final String LOOK = "classpath:/dev/ziffer/sandbox/page/";

    private static final String LIBRARIES = "classpath:/META-INF/resources/webjars/";

    /** An address has its content's hash in it, so what it names never changes. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "look/*.woff2", LOOK);
        serve(registry, "look/*.css", LOOK);
        serve(registry, "lib/**", LIBRARIES);
        serve(registry, "*", OURS);
    }

    private static void serve(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(ASSETS + pattern)
                .addResourceLocations(location)
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new CssLinkResourceTransformer());
    }

    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames(
                TEXTS.stream().map(name -> "dev.ziffer.server.console." + name).toArray(String[]::new));
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    @Bean
    LocaleResolver localeResolver(Settings settings) {
        return new Language(settings);
    }
}
