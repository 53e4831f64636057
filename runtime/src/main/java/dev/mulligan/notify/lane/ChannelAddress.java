package dev.mulligan.notify.lane;

import dev.mulligan.text.Sha256;
import java.nio.ByteBuffer;

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
      hash = ByteBuffer.wrap(Sha256.of(key)).getLong();
      isKnown = true;
    }
    return hash;
  }
}
