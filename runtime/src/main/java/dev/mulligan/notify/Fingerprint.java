package dev.mulligan.notify;

import dev.mulligan.text.Sha256;
import java.util.HexFormat;

/** Computes the fingerprint that identifies an incident over repeats, processes and hosts. */
final class Fingerprint {

  private static final int BYTES_KEPT = 16;

  private Fingerprint() {}

  /**
   * Returns the first half of the parts' SHA-256, in hexadecimal digits: short enough for every
   * vendor's deduplication key.
   */
  static String of(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part).append('\0');
    }
    return HexFormat.of().formatHex(Sha256.of(all.toString()), 0, BYTES_KEPT);
  }
}
