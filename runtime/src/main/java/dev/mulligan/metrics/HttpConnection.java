package dev.mulligan.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request and its response (RFC 9112); the connection closes after it. Never blocks. */
final class HttpConnection {

  private static final int LONGEST_HEAD = 8 * 1024;

  private final SocketChannel channel;
  private final MetricsResponses responses;
  private final long deadline;
  private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
  private @Nullable SelectionKey key;
  private @Nullable ByteBuffer response;
  private boolean isOver;

  /**
   * @param deadline of {@link System#nanoTime}, for the whole of it
   */
  HttpConnection(SocketChannel channel, MetricsResponses responses, long deadline) {
    this.channel = channel;
    this.responses = responses;
    this.deadline = deadline;
  }

  void register(Selector selector) throws IOException {
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Reads or writes as much as there is. */
  void advance() {
    try {
      if (response == null) {
        read();
      } else {
        write(response);
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      isOver = true;
    }
  }

  private void read() throws IOException {
    if (channel.read(head) < 0) {
      isOver = true;
      return;
    }
    String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end >= 0) {
      respond(responses.to(RequestHead.parse(text.substring(0, end))));
    } else if (!head.hasRemaining()) {
      respond(MetricsResponses.TOO_LARGE);
    }
  }

  private void respond(byte[] bytes) throws IOException {
    response = ByteBuffer.wrap(bytes);
    if (key != null) {
      key.interestOps(SelectionKey.OP_WRITE);
    }
    write(response);
  }

  private void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    if (!bytes.hasRemaining()) {
      channel.shutdownOutput();
      isOver = true;
    }
  }

  boolean isOver(long now) {
    return isOver || now - deadline >= 0;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The descriptor is free all the same.
    }
  }
}
