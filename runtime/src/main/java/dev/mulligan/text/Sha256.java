package dev.mulligan.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SHA-256 (FIPS 180-4) of texts, for identifiers. Not the JDK's, because the first use of the JDK's
 * security classes opens files: if none can be opened at that moment, they stay unusable for the
 * whole process.
 */
public final class Sha256 {

  private static final int BLOCK = 64;
  private static final int LENGTH_BYTES = 8;
  private static final int ROUNDS = 64;
  private static final int WORDS = 8;

  private Sha256() {}

  /** Returns the 32 bytes of the hash of the text in UTF-8. */
  public static byte[] of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int blocks = (bytes.length + LENGTH_BYTES) / BLOCK + 1;
    ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK).put(bytes).put((byte) 0x80);
    padded.putLong(blocks * BLOCK - LENGTH_BYTES, bytes.length * 8L).clear();
    int[] round = roundConstants();
    int[] hash = initialHash();
    int[] schedule = new int[ROUNDS];
    while (padded.hasRemaining()) {
      addBlock(padded, schedule, round, hash);
    }
    ByteBuffer result = ByteBuffer.allocate(WORDS * Integer.BYTES);
    for (int word : hash) {
      result.putInt(word);
    }
    return result.array();
  }

  private static void addBlock(ByteBuffer block, int[] w, int[] k, int[] hash) {
    for (int t = 0; t < ROUNDS; t++) {
      w[t] =
          t < 16
              ? block.getInt()
              : smallSigma(w[t - 2], 17, 19, 10)
                  + w[t - 7]
                  + smallSigma(w[t - 15], 7, 18, 3)
                  + w[t - 16];
    }
    int[] s = hash.clone(); // a to h of the standard
    for (int t = 0; t < ROUNDS; t++) {
      int choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
      int majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
      int first = s[7] + bigSigma(s[4], 6, 11, 25) + choice + k[t] + w[t];
      int second = bigSigma(s[0], 2, 13, 22) + majority;
      System.arraycopy(s, 0, s, 1, WORDS - 1);
      s[4] += first;
      s[0] = first + second;
    }
    for (int i = 0; i < WORDS; i++) {
      hash[i] += s[i];
    }
  }

  private static int smallSigma(int x, int one, int two, int shift) {
    return Integer.rotateRight(x, one) ^ Integer.rotateRight(x, two) ^ (x >>> shift);
  }

  private static int bigSigma(int x, int one, int two, int three) {
    return Integer.rotateRight(x, one)
        ^ Integer.rotateRight(x, two)
        ^ Integer.rotateRight(x, three);
  }

  private static int[] initialHash() {
    return new int[] {
      0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };
  }

  private static int[] roundConstants() {
    return new int[] {
      0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
      0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
      0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
      0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
      0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
      0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
      0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
      0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
      0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
      0xc67178f2
    };
  }
}
