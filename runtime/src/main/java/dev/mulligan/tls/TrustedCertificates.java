package dev.mulligan.tls;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Combines the JVM's trusted certificates with those of a PEM file, for the notifier only. */
public final class TrustedCertificates {

  private TrustedCertificates() {}

  /**
   * @throws IOException with the reason, if the file cannot be used
   */
  public static X509TrustManager jvmsAnd(File pem) throws IOException {
    Collection<? extends Certificate> added = read(pem);
    try {
      List<Certificate> all = new ArrayList<>(added);
      all.addAll(List.of(trustManager(null).getAcceptedIssuers()));
      return trustManager(storeOf(all));
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificates in " + pem + " cannot be trusted: " + e, e);
    }
  }

  /**
   * @throws IOException if the JVM has no TLS
   */
  public static SSLContext contextOf(X509TrustManager trust) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS is not available: " + e, e);
    }
  }

  private static Collection<? extends Certificate> read(File pem) throws IOException {
    try (InputStream in = new FileInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IOException("the trust file " + pem + " holds no certificate");
      }
      return found;
    } catch (CertificateException e) {
      throw new IOException("the trust file " + pem + " is not PEM: " + e.getMessage(), e);
    }
  }

  private static KeyStore storeOf(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("trusted-" + i, certificates.get(i));
    }
    return store;
  }

  /**
   * @param store null for the JVM's own
   */
  private static X509TrustManager trustManager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("no X.509 trust manager");
  }
}
