package dev.mulligan.tls.rehearsal;

import java.io.IOException;

/** The other end of a connection in memory. */
public interface Peer {

  /** What it sends before it has received anything. */
  byte[] greeting();

  /**
   * @param received the next part of what the client sends
   * @return what it sends then, which may be nothing
   */
  byte[] receive(byte[] received) throws IOException;
}
