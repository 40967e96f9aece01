package dev.ziffer.server.applications;

import static dev.ziffer.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.ziffer.server.RunningServer;
import dev.ziffer.server.keys.SigningKeys;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ApiSecurityTest {

    private static final String API = RunningServer.PUBLIC_URL + "/api";

    @AutoClose
    private static final RunningServer server = RunningServer.onSqlite();

    private static RSAKey ours;

    @BeforeAll
    static void readKey() {
        ours = server.bean(SigningKeys.class).all().getKeys().getFirst().toRSAKey();
    }

    @Test
    void opensToATokenOfOurs() throws Exception {
        assertThat(call("Bearer " + signed(ours, claims())).statusCode()).isEqualTo(404);
    }

    @Test
    void asksForATokenWhereThereIsNone() throws Exception {
        HttpResponse<String> response = server.get("/api/no-such-thing");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).get("code").stringValue()).isEqualTo("auth.authorization_header_missing");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnyOtherTokenInTheSameWay(String authorization) throws Exception {
        HttpResponse<String> response = call(authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).get("code").stringValue()).isEqualTo("auth.unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    static Stream<Named<String>> refusesAnyOtherTokenInTheSameWay() throws Exception {
        RSAKey theirs = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
        String good = signed(ours, claims());
        Instant now = Instant.now();
        return Stream.of(
                Named.of("not a JWT", "Bearer nonsense"),
                Named.of("nothing", "Bearer "),
                Named.of("another scheme", "Basic bWFuYWdlbWVudDp4"),
                Named.of("changed", "Bearer " + good.substring(0, good.length() - 8) + "AAAAAAAA"),
                Named.of("another's key", "Bearer " + signed(theirs, claims())),
                Named.of("unsigned", "Bearer " + new PlainJWT(claims().build()).serialize()),
                Named.of("our public key as a secret", "Bearer " + hmac()),
                Named.of("another issuer", "Bearer " + signed(ours, claims().issuer("http://localhost:8081"))),
                Named.of(
                        "another audience",
                        "Bearer " + signed(ours, claims().audience("https://default.logto.app/api"))),
                Named.of("two audiences", "Bearer " + signed(ours, claims().audience(List.of(API, "other")))),
                Named.of("no audience", "Bearer " + signed(ours, claims().audience(List.of()))),
                Named.of(
                        "expired",
                        "Bearer " + signed(ours, claims().expirationTime(Date.from(now.minus(Duration.ofMinutes(1)))))),
                Named.of(
                        "not yet valid",
                        "Bearer " + signed(ours, claims().notBeforeTime(Date.from(now.plus(Duration.ofMinutes(1)))))),
                Named.of("without an end", "Bearer " + signed(ours, claims().expirationTime(null))),
                Named.of("not an access token", "Bearer " + signed(ours, claims(), JOSEObjectType.JWT)));
    }

    @Test
    void forbidsATokenWithoutTheScope() throws Exception {
        HttpResponse<String> response = call("Bearer " + signed(ours, claims().claim("scope", "other")));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(json(response).get("code").stringValue()).isEqualTo("auth.forbidden");
    }

    private static HttpResponse<String> call(String authorization) throws Exception {
        return server.send(server.request("/api/no-such-thing").header("Authorization", authorization));
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(RunningServer.PUBLIC_URL)
                .audience(API)
                .subject("management")
                .claim("scope", "all")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims) throws Exception {
        return signed(key, claims, new JOSEObjectType("at+jwt"));
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims, JOSEObjectType type) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(type)
                        .build(),
                claims.build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String hmac() throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(ours.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims().build());
        jwt.sign(new MACSigner(ours.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }
}
