package dev.mulligan.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES_KEPT);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
