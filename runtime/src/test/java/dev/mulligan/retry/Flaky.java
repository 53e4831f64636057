package dev.mulligan.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A method that throws what it is told, one after the other, and then returns. */
public final class Flaky implements Callable<String> {

  private final List<Throwable> failures;
  private int calls;

  private Flaky(List<? extends Throwable> failures) {
    this.failures = new ArrayList<>(failures);
  }

  public static Flaky throwing(Throwable... failures) {
    return new Flaky(List.of(failures));
  }

  public static Flaky throwing(List<? extends Throwable> failures) {
    return new Flaky(failures);
  }

  @Override
  public String call() throws Exception {
    calls++;
    if (calls > failures.size()) {
      return "done";
    }
    Throwable failure = failures.get(calls - 1);
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }

  int calls() {
    return calls;
  }
}
