package context;

import dev.mulligan.api.Attempt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Fails until its last attempt, and notes what the API said on each. */
class Flaky {
  final List<Attempt> seen = new ArrayList<>();
  private final int failures;
  private int attempts;

  Flaky(int failures) {
    this.failures = failures;
  }

  void asking() throws IOException {
    seen.add(Attempt.current());
    seen.add(Attempt.current());
    fail();
  }

  void askingLate() throws IOException {
    if (attempts > 0) {
      seen.add(Attempt.current());
    }
    fail();
  }

  void askingAtFirst() throws IOException {
    if (attempts == 0) {
      seen.add(Attempt.current());
    }
    fail();
  }

  /** Asks after a call of another rule, so that both say what was there before. */
  void around(Flaky inner) throws IOException {
    seen.add(Attempt.current());
    try {
      inner.asking();
    } finally {
      seen.add(Attempt.current());
    }
    fail();
  }

  int recursive(int depth) throws IOException {
    seen.add(Attempt.current());
    if (depth > 0) {
      recursive(depth - 1);
      seen.add(Attempt.current());
      return depth;
    }
    fail();
    return 0;
  }

  /** Each attempt on another thread. */
  CompletableFuture<String> later() {
    seen.add(Attempt.current());
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            fail();
            return "done";
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  void idle() {}

  private void fail() throws IOException {
    attempts++;
    if (attempts <= failures) {
      throw new IOException("failure " + attempts);
    }
  }
}
