package dev.mulligan.tls.rehearsal;

import dev.mulligan.tls.TrustedCertificates;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Servers in memory that speak TLS, and the client's trust in them. Each rehearsal creates new
 * keys, so the agent's jar contains none.
 */
public final class TlsRehearsal {

  /** The name in the servers' certificates. */
  public static final String HOST = "rehearsal.invalid";

  private static final String PROTOCOL = "TLS";

  private final X509TrustManager trust;
  private final SSLContext withCurves;
  private final SSLContext withRsa;

  private TlsRehearsal(X509TrustManager trust, SSLContext withCurves, SSLContext withRsa) {
    this.trust = trust;
    this.withCurves = withCurves;
    this.withRsa = withRsa;
  }

  /**
   * Makes certificates of both usual kinds.
   *
   * @throws IOException if the JVM's security settings do not allow them
   */
  public static TlsRehearsal make() throws IOException {
    try {
      RehearsalCertificate authority = RehearsalCertificate.authority();
      return new TlsRehearsal(
          trustIn(authority),
          server(authority, authority.signWithCurve(HOST)),
          server(authority, authority.signWithRsa(HOST)));
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS for a rehearsal: " + e, e);
    }
  }

  /** Trusts these servers alone. */
  public X509TrustManager trust() {
    return trust;
  }

  /** The client's side. */
  public SSLSocketFactory client() throws IOException {
    return TrustedCertificates.contextOf(trust).getSocketFactory();
  }

  /** The servers' sides of new connections, one of each kind. */
  public List<SSLEngine> servers() {
    SSLEngine older = withRsa.createSSLEngine();
    older.setEnabledProtocols(new String[] {"TLSv1.2"});
    return List.of(withCurves.createSSLEngine(), withRsa.createSSLEngine(), older);
  }

  private static SSLContext server(RehearsalCertificate authority, RehearsalCertificate server)
      throws GeneralSecurityException, IOException {
    char[] password = new char[0];
    KeyStore store = emptyStore();
    store.setKeyEntry(
        HOST,
        server.keys().getPrivate(),
        password,
        new Certificate[] {server.certificate(), authority.certificate()});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance(PROTOCOL);
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static X509TrustManager trustIn(RehearsalCertificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }
}
