package stages;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Prints one line for each scenario: its name and its result, or what it threw. */
public final class Main {

  public static void main(String[] args) {
    scenarios().forEach((name, scenario) -> System.out.println(name + ": " + outcome(scenario)));
    System.exit(0);
  }

  private static Object outcome(Scenario scenario) {
    try {
      Object result = scenario.run();
      return result instanceof CompletionStage<?> stage
          ? stage.toCompletableFuture().get(20, TimeUnit.SECONDS)
          : result;
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("fails later", () -> new Clients().later("x"));
    all.put("failed when returned", () -> new Clients().alreadyFailed());
    all.put("completed when returned", Main::completed);
    all.put("never repeated, pending", () -> pending(client -> client::once));
    all.put("never repeated, with guards, pending", () -> pending(client -> client::onceGuarded));
    all.put("only observed, pending", () -> pending(client -> client::observed));
    all.put("never repeated, timed, pending", () -> pending(client -> client::onceTimed));
    all.put("never repeated, cancelled", Main::cancelledOnce);
    all.put("throws instead of returning", () -> new Clients().throwing());
    all.put(
        "not awaited", () -> new Clients().notAwaited().handle((v, e) -> e.getMessage()).join());
    all.put("not awaited, a plain future", () -> new Clients().notAwaitedAtAll().get());
    all.put("raw exception", () -> identity(Clients::alwaysRaw));
    all.put("wrapped exception", () -> identity(Clients::alwaysWrapped));
    all.put("always throws", () -> identity(Clients::alwaysThrowing));
    all.put("not retryable", Main::notRetryable);
    all.put("judged", () -> new Clients().judged());
    all.put("judged, completed when returned", () -> new Clients().judgedAtOnce());
    all.put("judged, always busy", () -> new Clients().alwaysBusy());
    all.put("private, called on itself", () -> new Clients().callsHidden());
    all.put("static", () -> Clients.ofClass(new Clients()));
    all.put("stage that hides its future", () -> new Clients().stage());
    all.put("variable and overwritten arguments", () -> new Clients().varargs("a", "b", "c"));
    all.put("own subclass", Main::ownSubclass);
    all.put("subclass that can't be made", () -> new Clients().sealed());
    all.put("plain future", () -> new Clients().future().get());
    all.put("cancelled while it waits", Main::cancelledWhileWaiting);
    all.put("cancelled in flight", Main::cancelledInFlight);
    all.put("time limit in flight", Main::timeLimitInFlight);
    all.put("throwing condition", Main::throwingCondition);
    all.put("recursion", Main::recursion);
    all.put("thread of further attempts", () -> new Clients().whereAmI());
    all.put("context class loader", Main::contextLoader);
    all.put(
        "synchronous call in an attempt",
        () -> new Clients().callsSynchronous(new Clients.Synchronous()));
    all.put(
        "synchronous call in a dependent",
        () -> new Clients().later("x").thenApply(answer -> synchronous()));
    all.put("default method", () -> new Clients.Port() {}.send(new Clients()));
    all.put("overridden, calls super", () -> new Clients.Child().load(new Clients()));
    all.put("threads of 1000 waiting calls", Main::thousand);
    return all;
  }

  private interface Call {
    CompletableFuture<String> of(Clients client) throws Exception;
  }

  private static Object completed() {
    CompletableFuture<String> answer = CompletableFuture.completedFuture("fine");
    return new Clients().completed(answer) == answer ? "the same" : "another";
  }

  /** Twice, so that a permit must have been given back. */
  private static Object pending(
      Function<Clients, UnaryOperator<CompletableFuture<String>>> method) {
    UnaryOperator<CompletableFuture<String>> call = method.apply(new Clients());
    CompletableFuture<String> failing = new CompletableFuture<>();
    CompletableFuture<String> first = call.apply(failing);
    failing.completeExceptionally(new IOException("never repeated"));
    CompletableFuture<String> succeeding = new CompletableFuture<>();
    CompletableFuture<String> second = call.apply(succeeding);
    succeeding.complete("fine");
    boolean same = first == failing && second == succeeding;
    return (same ? "the same, " : "others, ") + second.join();
  }

  private static Object cancelledOnce() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    new Clients().cancelledOnce(answer).cancel(true);
    return answer.isCancelled();
  }

  private static Object identity(Call call) throws Exception {
    Clients client = new Clients();
    Throwable seen = call.of(client).handle((answer, thrown) -> thrown).get(20, TimeUnit.SECONDS);
    Throwable own = seen instanceof CompletionException ? seen.getCause() : seen;
    boolean last = own == client.failures.get(client.failures.size() - 1);
    return seen.getClass().getSimpleName()
        + (last ? " of the last of " : " of another of ")
        + client.count
        + ", suppressed "
        + own.getSuppressed().length;
  }

  private static Object notRetryable() {
    Clients client = new Clients();
    try {
      return client.notRetryable().join();
    } catch (CompletionException e) {
      return e.getCause().getMessage() + " after " + client.count;
    }
  }

  private static Object ownSubclass() throws Exception {
    Clients.Own<String> own = new Clients().own();
    return own.get(20, TimeUnit.SECONDS);
  }

  private static Object cancelledWhileWaiting() throws Exception {
    Clients client = new Clients();
    CompletableFuture<String> returned = client.waitsLong();
    returned.cancel(true);
    Thread.sleep(1_500);
    return client.count + " attempt, cancelled " + returned.isCancelled();
  }

  private static Object cancelledInFlight() {
    Clients client = new Clients();
    client.pending().cancel(true);
    return client.count + " attempt, cancelled " + client.attempts.get(0).isCancelled();
  }

  private static Object timeLimitInFlight() {
    Clients client = new Clients();
    try {
      return client.pending().orTimeout(20, TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      return e.getCause().getClass().getSimpleName() + " after " + client.count;
    }
  }

  private static Object throwingCondition() throws Exception {
    Clients client = new Clients();
    return client
        .hostile()
        .handle((answer, thrown) -> thrown.getClass().getSimpleName() + " after " + client.count)
        .get(20, TimeUnit.SECONDS);
  }

  private static Object recursion() throws Exception {
    Clients client = new Clients();
    return client
        .recursive(3)
        .handle((answer, thrown) -> client.count + " attempts")
        .get(20, TimeUnit.SECONDS);
  }

  private static Object contextLoader() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ClassLoader own = new ClassLoader(before) {};
    Thread.currentThread().setContextClassLoader(own);
    try {
      return new Clients().contextLoader().get(20, TimeUnit.SECONDS) == own;
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static String synchronous() {
    try {
      return new Clients.Synchronous().answer();
    } catch (java.io.IOException e) {
      return e.getMessage();
    }
  }

  private static Object thousand() throws Exception {
    int before = threads();
    CountDownLatch ended = new CountDownLatch(1_000);
    for (int i = 0; i < 1_000; i++) {
      new Clients().thousand(ended).whenComplete((answer, thrown) -> ended.countDown());
    }
    int waiting = threads() - before;
    boolean all = ended.await(20, TimeUnit.SECONDS);
    return (waiting <= 1 ? "at most one more" : waiting + " more") + ", all ended " + all;
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }
}
