package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A UDP socket on a free loopback port that records the datagrams it receives, as a syslog server
 * would.
 */
public final class DatagramCapture implements AutoCloseable {

  private static final int LARGEST = 65_535;

  private final DatagramChannel channel;

  private DatagramCapture(DatagramChannel channel) {
    this.channel = channel;
  }

  public static DatagramCapture start() {
    try {
      DatagramChannel channel = DatagramChannel.open();
      channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      channel.configureBlocking(false);
      return new DatagramCapture(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return channel.socket().getLocalPort();
  }

  /** The datagrams that were not taken yet; does not wait. */
  public List<String> taken() {
    try {
      List<String> taken = new ArrayList<>();
      ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
      while (channel.receive(buffer) != null) {
        taken.add(StandardCharsets.UTF_8.decode(buffer.flip()).toString());
        buffer.clear();
      }
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Closing.now(channel);
  }
}
