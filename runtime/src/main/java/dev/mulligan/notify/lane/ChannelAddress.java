package dev.mulligan.notify.lane;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identifies a channel in the outbox by the beginning of its key's SHA-256, because the key
 * contains secrets. Computed at the first use.
 */
final class ChannelAddress {

  private final String key;
  private long hash;
  private boolean isKnown;

  ChannelAddress(String key) {
    this.key = key;
  }

  synchronized long hash() {
    if (!isKnown) {
      hash = ByteBuffer.wrap(sha256(key)).getLong();
      isKnown = true;
    }
    return hash;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
