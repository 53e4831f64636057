package dev.mulligan.tls.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A connection in memory. The peer works on the thread that writes, so its answer is there before
 * the client reads it.
 */
public final class MemorySocket extends Socket {

  private final Peer peer;

  private byte[] pending;
  private int taken;
  private boolean isConnected;

  public MemorySocket(Peer peer) {
    this.peer = peer;
    this.pending = peer.greeting();
  }

  /** Returns a socket that is connected already. */
  public static MemorySocket connectedTo(Peer peer) {
    MemorySocket socket = new MemorySocket(peer);
    socket.isConnected = true;
    return socket;
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

  /** With the name in the certificates, which clients compare it with. */
  @Override
  public InetAddress getInetAddress() {
    byte[] loopback = InetAddress.getLoopbackAddress().getAddress();
    try {
      return InetAddress.getByAddress(TlsRehearsal.HOST, loopback);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // its length is right
    }
  }

  @Override
  public InetAddress getLocalAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void shutdownInput() {}

  @Override
  public void shutdownOutput() {}

  @Override
  public InputStream getInputStream() {
    return new Answers();
  }

  @Override
  public OutputStream getOutputStream() {
    return new Requests();
  }

  private void heard(byte[] bytes) throws IOException {
    byte[] answer = peer.receive(bytes);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(pending, taken, pending.length - taken);
    all.writeBytes(answer);
    pending = all.toByteArray();
    taken = 0;
  }

  /** Ends where the peer has nothing more to say. */
  private final class Answers extends InputStream {
    @Override
    public int read() {
      return taken < pending.length ? pending[taken++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = Math.min(length, pending.length - taken);
      if (count <= 0) {
        return length == 0 ? 0 : -1;
      }
      System.arraycopy(pending, taken, into, offset, count);
      taken += count;
      return count;
    }

    @Override
    public int available() {
      return pending.length - taken;
    }
  }

  private final class Requests extends OutputStream {
    @Override
    public void write(int single) throws IOException {
      heard(new byte[] {(byte) single});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      heard(Arrays.copyOfRange(bytes, offset, offset + length));
    }
  }
}
