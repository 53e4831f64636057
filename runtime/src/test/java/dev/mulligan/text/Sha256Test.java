package dev.mulligan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same hash as the JDK's. */
class Sha256Test {

  @Test
  void textsOfEveryLengthAroundTheBlocks() throws Exception {
    StringBuilder text = new StringBuilder();
    Random random = new Random(7);
    for (int length = 0; length < 200; length++) {
      byte[] expected =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      assertThat(Sha256.of(text.toString())).as("length %s", length).isEqualTo(expected);
      text.append((char) (random.nextInt(0x2000) + 1));
    }
  }
}
