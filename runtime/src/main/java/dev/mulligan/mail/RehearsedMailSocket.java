package dev.mulligan.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/** A mail server in memory, which accepts every message. */
final class RehearsedMailSocket extends Socket {

  private final Queue<Byte> answers = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean isInMessage;

  RehearsedMailSocket() {
    answer("220 ready");
  }

  private void answer(String text) {
    for (byte letter : (text + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
      answers.add(letter);
    }
  }

  private void heard(String command) {
    if (isInMessage) {
      if (command.equals(".")) {
        isInMessage = false;
        answer("250 accepted");
      }
    } else if (command.equals("DATA")) {
      isInMessage = true;
      answer("354 go on");
    } else {
      answer("250 ok");
    }
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public InetAddress getInetAddress() {
    return InetAddress.getLoopbackAddress();
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
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() {
        Byte next = answers.poll();
        return next == null ? -1 : next;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int first = length == 0 ? 0 : read();
        if (first < 0) {
          return -1;
        }
        if (length > 0) {
          into[offset] = (byte) first;
        }
        return Math.min(length, 1);
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int letter) {
        if (letter == '\n') {
          heard(line.toString(StandardCharsets.US_ASCII).strip());
          line.reset();
        } else {
          line.write(letter);
        }
      }
    };
  }
}
