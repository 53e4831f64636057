package dev.mulligan.http;

import dev.mulligan.tls.AnyCertificate;
import dev.mulligan.tls.TrustedCertificates;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** Configures an OkHttp client with the rule file's {@code notifications.http}. */
final class ClientSettings {

  private ClientSettings() {}

  /**
   * @throws IOException if the trusted certificates cannot be read
   */
  static OkHttpClient apply(OkHttpClient base, HttpSettings settings) throws IOException {
    OkHttpClient.Builder client =
        base.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .proxySelector(ProxyChoice.of(settings.proxy()));
    settings.proxy().map(URI::getUserInfo).ifPresent(login -> authenticate(client, login));
    if (settings.trust().isPresent()) {
      X509TrustManager trust = TrustedCertificates.jvmsAnd(new File(settings.trust().get()));
      SSLContext tls = TrustedCertificates.contextOf(trust);
      client.sslSocketFactory(tls.getSocketFactory(), trust);
    }
    return client.build();
  }

  /** Returns a client with the same connections and the options of one receiver. */
  static OkHttpClient apply(OkHttpClient usual, HttpSettings settings, RequestOptions options)
      throws IOException {
    OkHttpClient.Builder client =
        usual
            .newBuilder()
            .connectTimeout(options.connectTimeout().orElse(settings.connectTimeout()));
    if (!options.verifiesCertificates()) {
      X509TrustManager trust = new AnyCertificate();
      client
          .sslSocketFactory(TrustedCertificates.contextOf(trust).getSocketFactory(), trust)
          .hostnameVerifier((host, session) -> true);
    }
    return client.build();
  }

  private static void authenticate(OkHttpClient.Builder client, String login) {
    String[] parts = login.split(":", 2);
    String credentials = Credentials.basic(parts[0], parts.length == 2 ? parts[1] : "");
    Authenticator authenticator =
        (route, response) ->
            response.request().header("Proxy-Authorization") != null
                ? null // The proxy has refused these credentials already.
                : response
                    .request()
                    .newBuilder()
                    .header("Proxy-Authorization", credentials)
                    .build();
    client.proxyAuthenticator(authenticator);
  }
}
