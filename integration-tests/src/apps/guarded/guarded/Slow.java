package guarded;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Methods that take longer than their rules allow. */
final class Slow {

  private int attempts;

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("timeout, third attempt in time", () -> new Slow().twice());
    all.put("timeout of all attempts", () -> flag(() -> new Slow().unchecked()));
    all.put("timeout declared", () -> flag(() -> new Slow().declared()));
    all.put("timeout of I/O", () -> flag(() -> new Slow().io()));
    all.put("timeout ignored", () -> flag(Slow::runsStubborn));
    all.put("timeout, flag set again", () -> flag(() -> new Slow().restoring()));
    all.put("timeout, own interrupt", Slow::ownInterrupt);
    all.put("timeout stack trace", Slow::trace);
    all.put("timeout to a fallback", () -> flag(() -> new Slow().quote()));
    all.put("timeout thread", Slow::threads);
    all.put("max-duration over in the first attempt", () -> attempts(Slow::failsSlowly));
    all.put("max-duration over in the third attempt", () -> attempts(Slow::failsSlowlyTwice));
    return all;
  }

  String twice() throws InterruptedException {
    if (++attempts < 3) {
      new CountDownLatch(1).await();
    }
    return "attempt " + attempts;
  }

  String unchecked() throws InterruptedException {
    new CountDownLatch(1).await();
    return "never";
  }

  String declared() throws InterruptedException, TimeoutException {
    new CountDownLatch(1).await();
    return "never";
  }

  String io() throws InterruptedException, IOException {
    new CountDownLatch(1).await();
    return "never";
  }

  private static Object runsStubborn() {
    Slow own = new Slow();
    try {
      return own.stubborn();
    } catch (RuntimeException e) {
      return own.attempts + " attempts, " + e;
    }
  }

  /** Works on until its work is done, whatever anybody says. */
  String stubborn() {
    attempts++;
    long end = System.nanoTime() + 300_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return "done";
  }

  String restoring() {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String quote() throws InterruptedException {
    new CountDownLatch(1).await();
    return "never";
  }

  private String lastQuote() {
    return "the last quote";
  }

  /** Somebody else interrupts the call long before its time is up. */
  private static Object ownInterrupt() throws Exception {
    Slow own = new Slow();
    AtomicReference<Object> outcome = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.set(own.patient());
              } catch (Exception e) {
                outcome.set(own.attempts + " attempt, " + e.getClass().getName());
              }
            });
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    thread.join();
    return outcome.get();
  }

  String patient() throws InterruptedException {
    attempts++;
    new CountDownLatch(1).await();
    return "never";
  }

  private static Object trace() throws InterruptedException {
    try {
      return new Slow().unchecked();
    } catch (RuntimeException e) {
      return e.getStackTrace()[0].getMethodName() + " < " + e.getStackTrace()[1].getMethodName();
    }
  }

  /** Takes longer than its rule gives all attempts together. */
  void failsSlowly() throws IOException, InterruptedException {
    attempts++;
    Thread.sleep(300);
    throw new IOException("slow");
  }

  /** So that the third attempt ends when there is no time left. */
  void failsSlowlyTwice() throws IOException, InterruptedException {
    attempts++;
    Thread.sleep(300);
    throw new IOException("slow");
  }

  /** What may take its time and fail. */
  private interface Attempt {
    void run(Slow slow) throws Exception;
  }

  private static Object attempts(Attempt method) {
    Slow own = new Slow();
    try {
      method.run(own);
      return "no failure";
    } catch (Exception e) {
      return own.attempts + " attempts, " + e;
    }
  }

  private static Object threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("mulligan-timeout"))
        .map(thread -> thread.isDaemon() ? "a daemon" : "no daemon")
        .findFirst()
        .orElse("none");
  }

  private static Object flag(Scenario scenario) {
    String outcome;
    try {
      outcome = String.valueOf(scenario.run());
    } catch (Throwable thrown) {
      outcome = String.valueOf(thrown);
    }
    return outcome + ", flag " + Thread.interrupted();
  }
}
