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
 * TLS with a mail server.
 *
 * @param verifies whether the certificate must be the host's, and of somebody who is trusted
 */
record MailTls(SSLSocketFactory sockets, boolean verifies) {

  /**
   * @throws IOException when the certificates to trust cannot be read
   */
  static MailTls of(MailSettings settings, boolean verifies) throws IOException {
    return new MailTls(context(settings, verifies).getSocketFactory(), verifies);
  }

  /**
   * The same connection under TLS, the server's certificate seen and found right.
   *
   * @throws IOException when it is not, or the server speaks no TLS
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
