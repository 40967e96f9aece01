package dev.ziffer.server.operators;

import dev.ziffer.server.settings.Settings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What opens the console: a session of an operator whose role may do what is asked. Every form carries a token that the
 * browser's cookie must match, and pages run no script and no style but our own files.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurityConfiguration {

    private static final String CONSOLE = "/console";
    private static final String SIGN_IN = CONSOLE + "/sign-in";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Where operators who may not change settings may go. */
    private static final String[] SUPPORT = {CONSOLE, CONSOLE + "/messages/**", CONSOLE + "/errors/**"};

    @Bean
    @Order(3)
    SecurityFilterChain console(HttpSecurity http, SignIn signIn, Settings settings) {
        return http.securityMatcher(CONSOLE, CONSOLE + "/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                SIGN_IN,
                                OperatorLinks.PATH,
                                CONSOLE + "/assets/**",
                                CONSOLE + "/language",
                                ConsoleSecurity.REFUSED)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, CONSOLE + "/sign-out")
                        .authenticated()
                        .requestMatchers(SUPPORT)
                        .authenticated()
                        .anyRequest()
                        .hasAuthority(Role.ADMINISTRATOR.name()))
                .securityContext(context -> context.securityContextRepository(new Sessions(signIn)))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(settings)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, _) -> askToSignIn(request, response))
                        .accessDeniedHandler(ConsoleSecurityConfiguration::refuse))
                .headers(headers -> headers.defaultsDisabled()
                        .addHeaderWriter((_, response) -> response.setHeader("Content-Security-Policy", POLICY)))
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static CookieCsrfTokenRepository tokens(Settings settings) {
        boolean https = settings.publicUrl().https();
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(https ? "__Host-ziffer-form" : "ziffer-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(https).sameSite("Lax"));
        return tokens;
    }

    /** A page is asked for again after signing in; what a page's script asks for, the page is loaded anew for. */
    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Refresh", "true");
            return;
        }
        boolean page = HttpMethod.GET.matches(request.getMethod());
        response.sendRedirect(
                page ? SIGN_IN + "?to=" + URLEncoder.encode(target(request), StandardCharsets.UTF_8) : SIGN_IN);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        request.setAttribute(ConsoleSecurity.EXPIRED, reason instanceof CsrfException);
        request.getRequestDispatcher(ConsoleSecurity.REFUSED).forward(request, response);
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Finds the operator by the session's cookie; sessions begin and end elsewhere. */
    private record Sessions(SignIn signIn) implements SecurityContextRepository {

        // The method beside it, which is not deprecated, calls this one once for each request and no sooner than
        // needed.
        @Override
        @SuppressWarnings("deprecation")
        public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            signIn.operator(exchange.getRequest())
                    .ifPresent(operator -> context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            operator,
                            "",
                            List.of(new SimpleGrantedAuthority(operator.role().name())))));
            return context;
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
            // A session is begun by signing in, and holds nothing else.
        }

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return signIn.operator(request).isPresent();
        }
    }
}
