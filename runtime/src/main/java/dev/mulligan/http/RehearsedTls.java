package dev.mulligan.http;

import dev.mulligan.tls.TrustedCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Uses the JDK's TLS and sockets once without a peer: a client and a server without a certificate
 * exchange their first messages in memory, and a certificate is checked.
 */
final class RehearsedTls {

  private static final List<String> CLASSES_OF_CONNECTIONS =
      List.of(
          "java.net.SocksSocketImpl$3",
          "java.net.Socket$SocketInputStream",
          "java.net.Socket$SocketOutputStream",
          "sun.nio.ch.NioSocketImpl$1",
          "sun.nio.ch.NioSocketImpl$2",
          "jdk.internal.event.SocketReadEvent",
          "jdk.internal.event.SocketWriteEvent",
          "java.util.Collections$UnmodifiableList$1",
          "java.util.AbstractList$ListItr",
          "java.io.EOFException");

  private static final int MOST_STEPS = 8;
  private static final int BUFFER = 64 * 1_024;

  private RehearsedTls() {}

  static void run(SSLSocketFactory sockets, @Nullable X509TrustManager trust) throws IOException {
    bindOnce();
    loadClassesOfConnections();
    String[] unused = sockets.getDefaultCipherSuites();
    if (trust != null) {
      check(trust);
      shakeHands(TrustedCertificates.contextOf(trust));
    }
  }

  /** Sends nothing: the address is this machine's own, and nobody connects. */
  private static void bindOnce() throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket.setSoTimeout(1);
      socket.setTcpNoDelay(true);
    }
  }

  /**
   * Only a real connection uses these, and a rehearsal makes none. A test lists what is still
   * loaded at the first failure.
   */
  private static void loadClassesOfConnections() {
    for (String name : CLASSES_OF_CONNECTIONS) {
      try {
        Class.forName(name, true, null);
      } catch (ClassNotFoundException ofAnotherJdk) {
        // Then it is not needed.
      }
    }
  }

  private static void check(X509TrustManager trust) {
    X509Certificate[] known = trust.getAcceptedIssuers();
    if (known.length > 0) {
      try {
        trust.checkServerTrusted(new X509Certificate[] {known[0]}, "ECDHE_RSA");
      } catch (CertificateException expected) {
        // An authority's own certificate is not a server's.
      }
    }
  }

  private static void shakeHands(SSLContext context) {
    SSLEngine client = context.createSSLEngine("rehearsal.invalid", 443);
    client.setUseClientMode(true);
    SSLEngine server = context.createSSLEngine();
    server.setUseClientMode(false);
    try {
      for (int step = 0; step < MOST_STEPS; step++) {
        pass(client, server);
        pass(server, client);
      }
    } catch (SSLException expected) {
      // The server has no certificate.
    }
  }

  private static void pass(SSLEngine from, SSLEngine to) throws SSLException {
    ByteBuffer wire = ByteBuffer.allocate(BUFFER);
    ByteBuffer content = ByteBuffer.allocate(BUFFER);
    SSLEngineResult made = from.wrap(ByteBuffer.allocate(0), wire);
    wire.flip();
    while (wire.hasRemaining() && made.bytesProduced() > 0) {
      SSLEngineResult read = to.unwrap(wire, content);
      runTasks(to);
      if (read.bytesConsumed() == 0) {
        return;
      }
    }
    runTasks(from);
  }

  private static void runTasks(SSLEngine engine) {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }
}
