package dev.mulligan.http;

import dev.mulligan.tls.rehearsal.MemorySocket;
import dev.mulligan.tls.rehearsal.Peer;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Connects to one receiver in memory. */
final class RehearsedSockets extends SocketFactory {

  private final Peer receiver;

  RehearsedSockets(Peer receiver) {
    this.receiver = receiver;
  }

  @Override
  public Socket createSocket() {
    return new MemorySocket(receiver);
  }

  @Override
  public Socket createSocket(String host, int port) {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    return createSocket();
  }
}
