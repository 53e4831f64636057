package dev.mulligan.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Trusts everybody: for the receivers whose URL says {@code verify=no}, and no others. */
public final class AnyCertificate implements X509TrustManager {

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    // Never asked: the notifier is no server.
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    // That is what the user has asked for.
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
