package dev.mulligan.tls.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** The server's side of TLS, before another peer. */
public final class TlsPeer implements Peer {

  private static final int BUFFER = 64 * 1_024;
  private static final byte[] NOTHING = new byte[0];

  private final SSLEngine engine;
  private final Peer behind;
  private ByteBuffer received = ByteBuffer.allocate(0);
  private boolean hasGreeted;

  /**
   * @param engine a new one, with a certificate
   * @throws IOException if it has no cipher
   */
  public TlsPeer(SSLEngine engine, Peer behind) throws IOException {
    this.engine = engine;
    this.behind = behind;
    engine.setUseClientMode(false);
    engine.beginHandshake();
  }

  @Override
  public byte[] greeting() {
    return NOTHING;
  }

  @Override
  public byte[] receive(byte[] bytes) throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    received =
        ByteBuffer.allocate(received.remaining() + bytes.length).put(received).put(bytes).flip();
    boolean goesOn = true;
    while (goesOn) {
      goesOn = step(sent);
    }
    return sent.toByteArray();
  }

  /** Returns false if the peer needs more of the client. */
  private boolean step(ByteArrayOutputStream sent) throws IOException {
    HandshakeStatus status = engine.getHandshakeStatus();
    if (status == HandshakeStatus.NEED_TASK) {
      engine.getDelegatedTask().run();
      return true;
    }
    if (status == HandshakeStatus.NEED_WRAP) {
      return send(NOTHING, sent);
    }
    if (status == HandshakeStatus.NOT_HANDSHAKING && !hasGreeted) {
      hasGreeted = true;
      sendAll(behind.greeting(), sent);
      return true;
    }
    return read(sent);
  }

  private boolean read(ByteArrayOutputStream sent) throws IOException {
    if (!received.hasRemaining()) {
      return false;
    }
    ByteBuffer content = ByteBuffer.allocate(BUFFER);
    SSLEngineResult result = engine.unwrap(received, content);
    if (content.position() > 0) {
      byte[] plain = new byte[content.flip().remaining()];
      content.get(plain);
      sendAll(behind.receive(plain), sent);
    }
    return result.getStatus() == Status.OK;
  }

  private void sendAll(byte[] plain, ByteArrayOutputStream sent) throws IOException {
    if (plain.length > 0) {
      boolean unused = send(plain, sent);
    }
  }

  private boolean send(byte[] plain, ByteArrayOutputStream sent) throws IOException {
    ByteBuffer wire = ByteBuffer.allocate(BUFFER);
    SSLEngineResult result = engine.wrap(ByteBuffer.wrap(plain), wire);
    sent.write(wire.array(), 0, wire.position());
    return result.getStatus() == Status.OK;
  }
}
