package dev.ziffer.server.web;

import dev.ziffer.server.settings.Settings;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import tools.jackson.core.StreamReadFeature;

/** How strictly requests are read. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** A name that stands twice in an object is an error: which of the two counts is nobody's guess. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrors(Settings settings) {
        return tomcat -> tomcat.addContextCustomizers((TomcatContextCustomizer) context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new JsonErrorValve(settings.publicUrl().https()));
            // It is there, so the host makes none.
            host.setErrorReportValveClass(JsonErrorValve.class.getName());
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> deadline() {
        return tomcat -> tomcat.setProtocol(DeadlineProtocol.class.getName());
    }

    /** What the advice does not answer, the request's filter does; the framework's other resolvers answer nothing. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.removeIf(resolver -> !(resolver instanceof ExceptionHandlerExceptionResolver));
    }
}
