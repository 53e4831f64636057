package dev.mulligan.it.parity;

import dev.mulligan.it.harness.CapturedRequest;
import dev.mulligan.it.harness.CapturingProxy;
import dev.mulligan.it.harness.DatagramCapture;
import dev.mulligan.it.harness.MailServer;
import dev.mulligan.it.harness.TestAuthority;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;

/**
 * The servers that receive the requests of both products: HTTP behind a proxy, an SMTP server, a
 * UDP socket.
 */
final class Wires implements AutoCloseable {

  private final CapturingProxy proxy;
  private final MailServer mail;
  private final DatagramCapture datagrams;

  Wires(Path folder) {
    proxy = CapturingProxy.start(new TestAuthority(folder, VendorHosts.ALL), VendorReplies::to);
    mail = MailServer.start();
    datagrams = DatagramCapture.start();
  }

  CapturingProxy proxy() {
    return proxy;
  }

  /** The URL with the ports of this run. */
  String filled(String url) {
    return url.replace("{smtp}", String.valueOf(mail.port()))
        .replace("{udp}", String.valueOf(datagrams.port()));
  }

  /** What has come since the last call; empty when nothing has. */
  Fields taken() {
    List<CapturedRequest> requests = proxy.taken();
    if (!requests.isEmpty()) {
      return RequestFields.of(requests);
    }
    List<MimeMessage> messages = mail.taken();
    if (!messages.isEmpty()) {
      return MailFields.of(messages);
    }
    return SyslogFields.of(datagrams.taken());
  }

  @Override
  public void close() {
    proxy.close();
    mail.close();
    datagrams.close();
  }
}
