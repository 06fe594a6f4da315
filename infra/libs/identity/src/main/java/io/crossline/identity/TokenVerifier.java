package io.crossline.identity;

import java.security.PublicKey;
import java.util.Optional;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Reads tokens that {@link TokenSigner} signed for one audience. */
public final class TokenVerifier {

    /**
     * Who a token is for.
     *
     * @param id of the token, unique
     */
    public record Verified(String id, String name, Role role) {}

    private final JwtConsumer consumer;

    public TokenVerifier(PublicKey key, String audience) {
        this.consumer = new JwtConsumerBuilder().setVerificationKey(key).setExpectedIssuer(TokenSigner.ISSUER)
                .setExpectedAudience(audience).setRequireExpirationTime().setRequireSubject().setRequireJwtId()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .build();
    }

    /** @return nothing for a token that is expired, changed, of another key or for another audience */
    public Optional<Verified> verify(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String id = claims.getJwtId();
            String name = claims.getSubject();
            return claims.getStringListClaimValue("groups").stream().findFirst().flatMap(Role::of)
                    .map(role -> new Verified(id, name, role));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }
}
