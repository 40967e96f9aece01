package dev.ziffer.server.console;

import dev.ziffer.server.connectors.ConnectorDraft;
import dev.ziffer.server.connectors.ConnectorDrafts;
import dev.ziffer.server.operators.Operator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives the pages the {@link ConnectorDraft} of the operator who is signed in, in the language of the request. */
@Component
final class DraftResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ConnectorDrafts drafts;
    private final StartingTexts startingTexts;

    DraftResolver(ConnectorDrafts drafts, StartingTexts startingTexts) {
        this.drafts = drafts;
        this.startingTexts = startingTexts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ConnectorDraft.class;
    }

    @Override
    public ConnectorDraft resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var operator = (Operator) ((Authentication) Objects.requireNonNull(request.getUserPrincipal())).getPrincipal();
        Locale locale = RequestContextUtils.getLocale(
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        return drafts.of(Objects.requireNonNull(operator).id(), () -> startingTexts.config(locale));
    }
}
