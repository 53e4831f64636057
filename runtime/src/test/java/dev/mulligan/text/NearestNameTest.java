package dev.mulligan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KEYS =
      List.of("match", "max-attempts", "max-duration", "retry-on", "retry-on-result", "warning");

  private static final List<String> CLASSES =
      List.of(
          "java.io.IOException",
          "java.io.EOFException",
          "java.net.ConnectException",
          "java.rmi.ConnectException",
          "java.sql.SQLException");

  @ParameterizedTest
  @CsvSource({
    "max-attempt, max-attempts", // a letter is missing
    "max-attemptss, max-attempts", // one too many
    "max-attemqts, max-attempts", // a wrong one
    "mxa-attempts, max-attempts", // two swapped
    "maxAttempts, max-attempts",
    "max_attempts, max-attempts",
    "MAX-ATTEMPTS, max-attempts",
    "retryOn, retry-on",
    "mathc, match",
    "warn, warning", // cut short
  })
  void findsTheNameThatWasMeant(String written, String meant) {
    assertThat(NearestName.of(written, KEYS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"timeout", "x", "patterns", "''"})
  void keepsSilentWhenNoNameIsNear(String written) {
    assertThat(NearestName.of(written, KEYS)).isEmpty();
  }

  @Test
  void doesNotTakeThreeSlipsInAShortNameForOne() {
    assertThat(NearestName.of("abc", List.of("xyz", "abxyz"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "java.io.IOExeption, java.io.IOException",
    "java.util.IOException, java.io.IOException", // another package
    "IOException, java.io.IOException", // no package
    "SQLExcepton, java.sql.SQLException", // neither package nor letter
    "java.net.http.ConnectException, java.net.ConnectException", // the nearer of two
  })
  void findsTheClassThatWasMeant(String written, String meant) {
    assertThat(NearestName.ofClass(written, CLASSES)).contains(meant);
  }

  @Test
  void keepsSilentWhenNoClassIsNear() {
    assertThat(NearestName.ofClass("com.acme.PaymentException", CLASSES)).isEmpty();
  }
}
