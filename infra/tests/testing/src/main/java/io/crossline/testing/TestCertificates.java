package io.crossline.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import io.crossline.embedded.BrokerSecurity;

/** An authority that lives for one test, and certificates that it signs for localhost. Everything is in PEM files of a folder. */
public final class TestCertificates {

    private static final Duration VALID = Duration.ofDays(1);

    private final Path folder;
    private final KeyPair authority;
    private final X500Name authorityName;

    private TestCertificates(Path folder, KeyPair authority, X500Name authorityName) {
        this.folder = folder;
        this.authority = authority;
        this.authorityName = authorityName;
    }

    /** Makes an authority, whose certificate is {@link #authority()}. */
    public static TestCertificates in(Path folder) {
        KeyPair keys = keys();
        X500Name name = new X500Name("O=Crossline,CN=authority of a test");
        TestCertificates made = new TestCertificates(folder, keys, name);
        made.write(made.authority(), made.sign(name, keys, true));
        return made;
    }

    /** The authority's certificate. */
    public Path authority() {
        return folder.resolve("authority.pem");
    }

    /** A private key, and a certificate of this common name. */
    public Path key(String commonName) {
        Path file = folder.resolve(commonName + ".pem");
        if (Files.notExists(file)) {
            KeyPair keys = keys();
            X509CertificateHolder certificate = sign(new X500Name("O=Crossline,CN=" + commonName), keys, false);
            try {
                write(file, new JcaPKCS8Generator(keys.getPrivate(), null), certificate);
            } catch (IOException e) {
                throw new UncheckedIOException("The key of " + commonName + " cannot be written to " + file, e);
            }
        }
        return file;
    }

    /** What Kafka's clients of this account take. */
    public Map<String, Object> client(String account) {
        return BrokerSecurity.client(key(account), authority());
    }

    /** For a broker that takes certificates of this authority; {@code admin} may do everything. */
    public BrokerSecurity broker() {
        return new BrokerSecurity(key(BrokerSecurity.BROKER), authority(), List.of("admin"));
    }

    private X509CertificateHolder sign(X500Name subject, KeyPair keys, boolean isAuthority) {
        Instant now = Instant.now();
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(authorityName,
                new BigInteger(64, new SecureRandom()), Date.from(now.minus(VALID)), Date.from(now.plus(VALID)),
                subject, keys.getPublic());
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            certificate.addExtension(Extension.subjectAlternativeName, false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
            return certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("No certificate for " + subject, e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no elliptic curves", e);
        }
    }

    private void write(Path file, Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                pem.writeObject(object);
            }
            pem.flush();
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("No PEM file could be written to " + file, e);
        }
    }
}
