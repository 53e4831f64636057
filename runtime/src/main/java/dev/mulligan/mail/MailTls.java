package dev.mulligan.mail;

import dev.mulligan.tls.AnyCertificate;
import dev.mulligan.tls.TrustedCertificates;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS for connections to mail servers.
 *
 * @param verifies whether the certificate must be trusted and match the host
 */
record MailTls(SSLSocketFactory sockets, boolean verifies) {

  /**
   * @throws IOException if the trusted certificates cannot be read
   */
  static MailTls of(MailSettings settings, boolean verifies) throws IOException {
    return new MailTls(context(settings, verifies).getSocketFactory(), verifies);
  }

  /**
   * Starts TLS on a connection and verifies the server's certificate.
   *
   * @throws IOException if the verification fails, or the server does not support TLS
   */
  Socket over(Socket plain, MailServer server) throws IOException {
    SSLSocket socket = (SSLSocket) sockets.createSocket(plain, server.host(), server.port(), true);
    if (verifies) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    socket.startHandshake();
    return socket;
  }

  private static SSLContext context(MailSettings settings, boolean verifies) throws IOException {
    if (!verifies) {
      return TrustedCertificates.contextOf(new AnyCertificate());
    }
    if (settings.trust().isPresent()) {
      return TrustedCertificates.contextOf(
          TrustedCertificates.jvmsAnd(new File(settings.trust().get())));
    }
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("TLS is not available: " + e, e);
    }
  }
}
