package dev.mulligan.tls.rehearsal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * A certificate (RFC 5280) that this process makes for itself and forgets.
 *
 * @param keys its own
 */
record RehearsalCertificate(X509Certificate certificate, KeyPair keys) {

  private static final String AUTHORITY = "Mulligan rehearsal";

  /** The smallest that TLS allows: it protects nothing. */
  private static final int RSA_BITS = 1_024;

  private static final int EC_BITS = 256;

  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int UTF8_STRING = 0x0C;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int DNS_NAME = 0x82;
  private static final int VERSION = 0xA0;
  private static final int EXTENSIONS = 0xA3;

  private static final byte[] NULL = {0x05, 0x00};
  private static final byte[] TRUE = {0x01, 0x01, (byte) 0xFF};
  private static final byte[] VERSION_3 = {2};

  /** An authority, which has signed itself. */
  static RehearsalCertificate authority() throws GeneralSecurityException {
    KeyPair keys = keys("RSA", RSA_BITS);
    byte[] isAuthority =
        Der.sequence(Der.identifier(2, 5, 29, 19), TRUE, Der.of(OCTET_STRING, Der.sequence(TRUE)));
    return new RehearsalCertificate(
        signed(AUTHORITY, keys, isAuthority, 1, keys.getPrivate()), keys);
  }

  /** A server's certificate with a key on a curve, signed by this authority. */
  RehearsalCertificate signWithCurve(String host) throws GeneralSecurityException {
    return sign(host, keys("EC", EC_BITS));
  }

  /** The same with the authority's own RSA key: to make one takes tens of milliseconds. */
  RehearsalCertificate signWithRsa(String host) throws GeneralSecurityException {
    return sign(host, keys);
  }

  private RehearsalCertificate sign(String host, KeyPair keysOfServer)
      throws GeneralSecurityException {
    byte[] name =
        Der.sequence(
            Der.identifier(2, 5, 29, 17),
            Der.of(OCTET_STRING, Der.sequence(Der.of(DNS_NAME, host.getBytes(US_ASCII)))));
    return new RehearsalCertificate(
        signed(host, keysOfServer, name, 2, keys.getPrivate()), keysOfServer);
  }

  private static KeyPair keys(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static X509Certificate signed(
      String subject, KeyPair keys, byte[] extension, int number, PrivateKey issuer)
      throws GeneralSecurityException {
    byte[] sha256WithRsa = Der.sequence(Der.identifier(1, 2, 840, 113_549, 1, 1, 11), NULL);
    byte[] content =
        Der.sequence(
            Der.of(VERSION, Der.of(INTEGER, VERSION_3)),
            Der.of(INTEGER, new byte[] {(byte) number}),
            sha256WithRsa,
            name(AUTHORITY),
            Der.sequence(time("20000101000000Z"), time("99991231235959Z")),
            name(subject),
            keys.getPublic().getEncoded(),
            Der.of(EXTENSIONS, Der.sequence(extension)));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(issuer);
    signature.update(content);
    byte[] encoded = Der.sequence(content, sha256WithRsa, Der.bits(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static byte[] name(String common) {
    byte[] text = Der.of(UTF8_STRING, common.getBytes(US_ASCII));
    return Der.sequence(Der.set(Der.sequence(Der.identifier(2, 5, 4, 3), text)));
  }

  private static byte[] time(String text) {
    return Der.of(GENERALIZED_TIME, text.getBytes(US_ASCII));
  }
}
