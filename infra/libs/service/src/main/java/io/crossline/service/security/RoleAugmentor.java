package io.crossline.service.security;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.crossline.identity.RevokedTokens;
import io.crossline.identity.Role;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Gives a caller the roles that his own role includes. Where security is off, everybody has all of them. */
@ApplicationScoped
public class RoleAugmentor implements SecurityIdentityAugmentor {

    private static final Set<String> ALL = ids(Role.ADMIN);

    private final boolean enabled;
    private final Optional<RevokedTokens> revoked;

    RoleAugmentor(SecurityConfig config) {
        this.enabled = config.enabled();
        this.revoked = config.revoked().map(RevokedTokens::new);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!enabled) {
            return Uni.createFrom().item(with(identity, ALL));
        }
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> {
            requireValid(identity);
            return with(identity, identity.getRoles().stream().flatMap(id -> Role.of(id).stream())
                    .flatMap(role -> ids(role).stream()).collect(Collectors.toSet()));
        });
    }

    private void requireValid(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getTokenID() != null
                && revoked.filter(tokens -> tokens.contains(token.getTokenID())).isPresent()) {
            throw new AuthenticationFailedException("The token was revoked");
        }
    }

    private static SecurityIdentity with(SecurityIdentity identity, Set<String> roles) {
        return QuarkusSecurityIdentity.builder(identity).addRoles(roles).build();
    }

    private static Set<String> ids(Role role) {
        return role.included().stream().map(Role::id).collect(Collectors.toSet());
    }
}
