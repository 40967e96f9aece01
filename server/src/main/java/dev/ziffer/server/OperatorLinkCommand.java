package dev.ziffer.server;

import dev.ziffer.server.operators.OperatorLinks;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.storage.Leases;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Makes a link for an administrator who is locked out. Whoever may read the server's settings may do so; only the
 * database is opened for it, whether the server runs or not.
 */
final class OperatorLinkCommand {

    private OperatorLinkCommand() {}

    /** The link, valid for an hour and once. */
    static String run(Settings settings) {
        var application = new SpringApplication(OperatorLinks.class);
        application.setSources(Set.of(Leases.class.getPackageName()));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        // The link is all there is to read.
        application.setDefaultProperties(Map.of("logging.level.root", "off", "logging.level.dev.ziffer", "off"));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(Clock.class, Clock::systemUTC);
        });
        try (var context = application.run()) {
            return context.getBean(OperatorLinks.class).recovery(settings.publicUrl());
        }
    }
}
