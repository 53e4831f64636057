package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/** The max-duration, which limits all attempts of a call together. */
class MaxDurationTest {

  @OnEachJdk
  void countsFromTheStartOfTheFirstAttempt(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "max-duration over in the first attempt"))
        .isEqualTo("1 attempts, java.io.IOException: slow");
  }

  /** 300 ms each: the third one starts after 620 of 700 ms, a fourth one would after 930. */
  @OnEachJdk
  void noAttemptStartsAfterIt(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "max-duration over in the third attempt"))
        .isEqualTo("3 attempts, java.io.IOException: slow");
  }
}
