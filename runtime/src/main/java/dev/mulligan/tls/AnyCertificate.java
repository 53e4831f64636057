package dev.mulligan.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Trusts every certificate. Used only for receivers whose URL contains {@code verify=no}. */
public final class AnyCertificate implements X509TrustManager {

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    // Never called: the notifier is not a server.
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    // The user has turned the verification off.
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
