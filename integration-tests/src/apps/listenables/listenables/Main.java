package listenables;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Prints one line for each scenario: its name and its result, or what it threw. */
public final class Main {

  public static void main(String[] args) {
    scenarios().forEach((name, scenario) -> System.out.println(name + ": " + outcome(scenario)));
    System.exit(0);
  }

  private static Object outcome(Callable<?> scenario) {
    try {
      Object result = scenario.call();
      return result instanceof ListenableFuture<?> future
          ? future.get(20, TimeUnit.SECONDS)
          : result;
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  private static Map<String, Callable<?>> scenarios() {
    Map<String, Callable<?>> all = new LinkedHashMap<>();
    all.put("fails later", () -> new Clients().later());
    all.put("failed when returned", () -> new Clients().alreadyFailed());
    all.put("completed when returned", Main::completed);
    all.put("throws instead of returning", () -> new Clients().throwing());
    all.put("last exception", Main::lastException);
    all.put("judged", () -> new Clients().judged());
    all.put("cancelled while it waits", Main::cancelledWhileWaiting);
    all.put("cancelled in flight", Main::cancelledInFlight);
    all.put("settable", Main::settable);
    all.put("late once", () -> new Guarded().lateOnce());
    all.put("fallback to a text", () -> new Guarded().failing());
    all.put("fallback to a method", () -> new Guarded().rate("EUR"));
    all.put("one at a time", Guarded::oneAtATime);
    return all;
  }

  private static Object completed() {
    ListenableFuture<String> answer = Futures.immediateFuture("fine");
    return new Clients().completed(answer) == answer ? "the same" : "another";
  }

  private static Object lastException() throws Exception {
    Clients client = new Clients();
    try {
      return client.always().get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return (e.getCause() == client.last ? "the last of " : "another of ")
          + client.count
          + ", suppressed "
          + e.getCause().getSuppressed().length;
    }
  }

  private static Object cancelledWhileWaiting() throws InterruptedException {
    Clients client = new Clients();
    ListenableFuture<String> returned = client.waitsLong();
    returned.cancel(true);
    Thread.sleep(1_500);
    return client.count + " attempt, cancelled " + returned.isCancelled();
  }

  private static Object cancelledInFlight() {
    SettableFuture<String> attempt = SettableFuture.create();
    new Clients().pending(attempt).cancel(true);
    return attempt.isCancelled();
  }

  private static Object settable() throws Exception {
    try {
      return new Clients().settable().get();
    } catch (ExecutionException e) {
      return e.getCause().getMessage();
    }
  }

  /** Fails twice and then answers; each scenario has one of its own. */
  static class Clients {
    volatile int count;
    volatile Throwable last;

    private IOException failure() {
      IOException failure = new IOException("failure " + count);
      last = failure;
      return failure;
    }

    private ListenableFuture<String> onThread(boolean fails, String answer) {
      SettableFuture<String> future = SettableFuture.create();
      IOException failure = fails ? failure() : null;
      new Thread(
              () -> {
                if (failure == null) {
                  future.set(answer);
                } else {
                  future.setException(failure);
                }
              })
          .start();
      return future;
    }

    ListenableFuture<String> later() {
      return onThread(++count < 3, "attempt " + count);
    }

    ListenableFuture<String> alreadyFailed() {
      return ++count < 3
          ? Futures.immediateFailedFuture(failure())
          : Futures.immediateFuture("attempt " + count);
    }

    ListenableFuture<String> completed(ListenableFuture<String> answer) {
      return answer;
    }

    ListenableFuture<String> throwing() throws IOException {
      if (++count < 3) {
        throw failure();
      }
      return Futures.immediateFuture("attempt " + count);
    }

    ListenableFuture<String> always() {
      ++count;
      return onThread(true, "");
    }

    ListenableFuture<String> judged() {
      return onThread(false, ++count < 3 ? "busy" : "attempt " + count);
    }

    ListenableFuture<String> waitsLong() {
      count++;
      return Futures.immediateFailedFuture(failure());
    }

    ListenableFuture<String> pending(SettableFuture<String> attempt) {
      return attempt;
    }

    SettableFuture<String> settable() {
      SettableFuture<String> future = SettableFuture.create();
      future.setException(failure());
      return future;
    }
  }
}
