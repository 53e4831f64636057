package dev.mulligan.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class CompletionFailuresTest {

  private final IOException own = new IOException("own");

  @Test
  void everyWrapperOfTheJdksFuturesIsTakenOff() {
    Throwable wrapped =
        new CompletionException(new ExecutionException(new CompletionException(own)));
    assertThat(CompletionFailures.unwrapped(wrapped)).isSameAs(own);
  }

  @Test
  void theApplicationsOwnWrapperStays() {
    RuntimeException wrapper = new IllegalStateException(own);
    assertThat(CompletionFailures.unwrapped(new CompletionException(wrapper))).isSameAs(wrapper);
  }

  @Test
  void aWrapperAroundNothingIsAnExceptionItself() {
    CompletionException empty = new CompletionException("nothing in it", null);
    assertThat(CompletionFailures.unwrapped(empty)).isSameAs(empty);
  }
}
