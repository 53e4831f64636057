package dev.mulligan.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/** A connection in memory, to a receiver that says the same whatever it hears. */
final class RehearsedSocket extends Socket {

  /** Accepts two messages. */
  static final String ACCEPTS =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
          + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

  /** Closes the connection without an answer. */
  static final String SAYS_NOTHING = "";

  private final String answers;
  private boolean isConnected;

  private RehearsedSocket(String answers) {
    this.answers = answers;
  }

  @Override
  public void connect(SocketAddress address, int timeout) {
    isConnected = true;
  }

  @Override
  public void connect(SocketAddress address) {
    isConnected = true;
  }

  @Override
  public boolean isConnected() {
    return isConnected;
  }

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(answers.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  /** Makes such connections. */
  static final class Factory extends SocketFactory {
    private final String answers;

    Factory(String answers) {
      this.answers = answers;
    }

    @Override
    public Socket createSocket() {
      return new RehearsedSocket(answers);
    }

    @Override
    public Socket createSocket(String host, int port) {
      return new RehearsedSocket(answers);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      return new RehearsedSocket(answers);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return new RehearsedSocket(answers);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      return new RehearsedSocket(answers);
    }
  }
}
