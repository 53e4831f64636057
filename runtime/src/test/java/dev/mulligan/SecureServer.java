package dev.mulligan;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server on this machine that speaks HTTPS, and a client that trusts it. */
public final class SecureServer implements AutoCloseable {

  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).build();

  public final MockWebServer server = new MockWebServer();

  public SecureServer() {
    HeldCertificate own =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .signedBy(AUTHORITY)
            .build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(own).build();
    server.useHttps(certificates.sslSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_1_1)); // resets and keep-alive are those of a socket
    try {
      server.start(InetAddress.getByName("localhost"), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static OkHttpClient client() {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
        .readTimeout(Duration.ofSeconds(5))
        .build();
  }

  public void answers(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  public void answers(MockResponse.Builder answer) {
    server.enqueue(answer.build());
  }

  public String url(String path) {
    return server.url(path).toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
