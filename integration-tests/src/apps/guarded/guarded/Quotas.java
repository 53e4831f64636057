package guarded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Methods of which only so many may start, or run. */
final class Quotas {

  private static final CountDownLatch CLOSED = new CountDownLatch(1);

  private int attempts;

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("ask five times", () -> times(5, () -> new Quotas().ask()));
    all.put("ask and fail", Quotas::failing);
    all.put("ask patiently", () -> times(3, () -> new Quotas().askPatiently()));
    all.put("four at a time", Quotas::together);
    all.put("four at a time, patiently", Quotas::patientlyTogether);
    all.put("inside of itself", () -> new Quotas().nested(3));
    all.put("hold a place", Quotas::hold);
    all.put("let go", Quotas::letGo);
    all.put("try the place", () -> new Quotas().place());
    return all;
  }

  String ask() {
    return "ok";
  }

  private static Object failing() {
    Quotas own = new Quotas();
    try {
      return own.askAndFail();
    } catch (Exception e) {
      return own.attempts + " attempts, " + e;
    }
  }

  String askAndFail() throws IOException {
    attempts++;
    throw new IOException("503");
  }

  String askPatiently() {
    return "ok";
  }

  String crowded(CountDownLatch entered, CountDownLatch release) throws InterruptedException {
    entered.countDown();
    release.await();
    return "ok";
  }

  String queued() throws InterruptedException {
    Thread.sleep(20);
    return "ok";
  }

  int nested(int depth) {
    return depth == 0 ? 0 : nested(depth - 1) + 1;
  }

  String place() throws InterruptedException {
    return "ok";
  }

  String placeHeld() throws InterruptedException {
    CLOSED.await();
    return "let go";
  }

  private static Object hold() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              try {
                new Quotas().placeHeld();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return "held";
  }

  private static Object letGo() {
    CLOSED.countDown();
    return "let go";
  }

  private static Object times(int times, Callable<String> call) {
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      outcomes.add(outcome(call));
    }
    return String.join(" ", outcomes);
  }

  /** Two are let in; the other two come while these are still there. */
  private static Object together() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CountDownLatch entered = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    List<Future<String>> first = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      first.add(pool.submit(() -> outcome(() -> new Quotas().crowded(entered, release))));
    }
    entered.await();
    String others = (String) times(2, () -> new Quotas().crowded(entered, release));
    release.countDown();
    String outcome = first.get(0).get() + " " + first.get(1).get() + " " + others;
    pool.shutdown();
    return outcome + ", then " + outcome(() -> new Quotas().crowded(entered, release));
  }

  private static Object patientlyTogether() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(pool.submit(() -> outcome(() -> new Quotas().queued())));
    }
    List<String> outcomes = new ArrayList<>();
    for (Future<String> each : all) {
      outcomes.add(each.get());
    }
    pool.shutdown();
    return String.join(" ", outcomes);
  }

  private static String outcome(Callable<String> call) {
    try {
      return call.call();
    } catch (Exception e) {
      return e.getClass().getSimpleName();
    }
  }
}
