package io.crossline.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * A broker that takes only clients with a certificate of one authority, and lets them do what its access list allows. An account's name is the
 * common name of its certificate.
 *
 * @param key PEM file with the broker's private key (PKCS 8) and its certificate, whose common name is {@link #BROKER}
 * @param authority PEM file with the authority's certificate
 * @param administrators accounts beside the broker that may do everything
 */
public record BrokerSecurity(Path key, Path authority, List<String> administrators) {

    /** The broker's own account. */
    public static final String BROKER = "kafka";

    /** Makes {@code ingest} of {@code CN=ingest,O=Crossline}. */
    public static final String NAME_RULE = "RULE:^CN=([^,]+).*$/$1/";

    private static final String PEM = "PEM";

    public BrokerSecurity {
        administrators = List.copyOf(administrators);
    }

    /** Kafka's client properties of an account. */
    public static Map<String, Object> client(Path key, Path authority) {
        return Map.of(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, SecurityProtocol.SSL.name,
                SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PEM, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, key.toString(),
                SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM, SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                authority.toString());
    }

    /** With which the broker itself comes in. */
    Map<String, Object> client() {
        return client(key, authority);
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(client());
        settings.remove(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        settings.put("ssl.client.auth", "required");
        settings.put("ssl.principal.mapping.rules", NAME_RULE);
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        settings.put("allow.everyone.if.no.acl.found", false);
        settings.put("super.users", Stream.concat(Stream.of(BROKER), administrators.stream())
                .map(account -> "User:" + account).collect(Collectors.joining(";")));
        return settings;
    }
}
