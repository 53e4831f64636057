package stages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** A client that fails twice and then answers; each call of a scenario has one of its own. */
class Clients {

  final List<Throwable> failures = new ArrayList<>();
  final List<CompletableFuture<String>> attempts = new ArrayList<>();
  volatile int count;

  private synchronized IOException failure() {
    IOException failure = new IOException("failure " + ++count);
    failures.add(failure);
    return failure;
  }

  private boolean fails() {
    return count < 2;
  }

  private String answer() {
    return "attempt " + (count + 1);
  }

  CompletableFuture<String> later(String order) {
    return CompletableFuture.supplyAsync(
        () -> {
          if (fails()) {
            throw new CompletionException(failure());
          }
          return answer() + " of " + order;
        });
  }

  CompletableFuture<String> alreadyFailed() {
    return fails()
        ? CompletableFuture.failedFuture(failure())
        : CompletableFuture.completedFuture(answer());
  }

  CompletableFuture<String> completed(CompletableFuture<String> answer) {
    return answer;
  }

  CompletableFuture<String> once(CompletableFuture<String> answer) {
    return answer;
  }

  CompletableFuture<String> onceGuarded(CompletableFuture<String> answer) {
    return answer;
  }

  CompletableFuture<String> observed(CompletableFuture<String> answer) {
    return answer;
  }

  CompletableFuture<String> onceTimed(CompletableFuture<String> answer) {
    return answer;
  }

  CompletableFuture<String> cancelledOnce(CompletableFuture<String> answer) {
    return answer;
  }

  CompletableFuture<String> notAwaited() throws IOException {
    if (fails()) {
      throw failure();
    }
    return CompletableFuture.failedFuture(new IOException("later, of " + answer()));
  }

  Future<String> notAwaitedAtAll() throws IOException {
    if (fails()) {
      throw failure();
    }
    return CompletableFuture.completedFuture(answer());
  }

  CompletableFuture<String> throwing() throws IOException {
    if (fails()) {
      throw failure();
    }
    return CompletableFuture.completedFuture(answer());
  }

  CompletableFuture<String> alwaysRaw() {
    return attempt(failure());
  }

  CompletableFuture<String> alwaysWrapped() {
    return attempt(failure()).thenApply(answer -> answer);
  }

  CompletableFuture<String> alwaysThrowing() throws IOException {
    throw failure();
  }

  private CompletableFuture<String> attempt(Throwable failure) {
    CompletableFuture<String> attempt = new CompletableFuture<>();
    attempts.add(attempt);
    new Thread(() -> attempt.completeExceptionally(failure)).start();
    return attempt;
  }

  CompletableFuture<String> notRetryable() {
    CompletableFuture<String> attempt = new CompletableFuture<>();
    count++;
    new Thread(() -> attempt.completeExceptionally(new IllegalStateException("no"))).start();
    return attempt;
  }

  CompletableFuture<String> judged() {
    return CompletableFuture.supplyAsync(() -> ++count < 3 ? "busy" : "attempt " + count);
  }

  CompletableFuture<String> judgedAtOnce() {
    return CompletableFuture.completedFuture(++count < 3 ? "busy" : "attempt " + count);
  }

  CompletableFuture<String> alwaysBusy() {
    return CompletableFuture.supplyAsync(() -> "busy " + ++count);
  }

  private CompletableFuture<String> hidden() {
    return later2();
  }

  CompletableFuture<String> callsHidden() {
    return hidden();
  }

  static CompletableFuture<String> ofClass(Clients client) {
    return client.later2();
  }

  private CompletableFuture<String> later2() {
    return CompletableFuture.supplyAsync(
        () -> {
          if (fails()) {
            throw new CompletionException(failure());
          }
          return answer();
        });
  }

  CompletionStage<String> stage() {
    return later2().minimalCompletionStage();
  }

  CompletionStage<String> varargs(String first, String... more) {
    String said = first + String.join("", more);
    first = null;
    more = null;
    return later2().thenApply(answer -> answer + " " + said);
  }

  Own<String> own() {
    Own<String> own = new Own<>();
    if (fails()) {
      own.completeExceptionally(failure());
    } else {
      own.complete(answer());
    }
    return own;
  }

  Sealed sealed() {
    Sealed sealed = new Sealed();
    sealed.completeExceptionally(failure());
    return sealed;
  }

  Future<String> future() {
    return CompletableFuture.failedFuture(failure());
  }

  CompletableFuture<String> pending() {
    count++;
    CompletableFuture<String> attempt = new CompletableFuture<>();
    attempts.add(attempt);
    return attempt;
  }

  CompletableFuture<String> waitsLong() {
    count++;
    return CompletableFuture.failedFuture(new IOException("long"));
  }

  CompletableFuture<String> thousand(CountDownLatch ended) {
    return CompletableFuture.failedFuture(new IOException("thousand"));
  }

  CompletableFuture<String> hostile() {
    count++;
    return CompletableFuture.failedFuture(new Hostile());
  }

  CompletableFuture<String> recursive(int depth) {
    if (depth > 0) {
      return recursive(depth - 1).thenApply(answer -> answer);
    }
    return alwaysRawUnmatched();
  }

  private CompletableFuture<String> alwaysRawUnmatched() {
    return attempt(failure());
  }

  CompletableFuture<String> whereAmI() {
    String at = Thread.currentThread().getName();
    if (fails()) {
      return CompletableFuture.failedFuture(failure());
    }
    return CompletableFuture.completedFuture(at);
  }

  CompletableFuture<ClassLoader> contextLoader() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return fails()
        ? CompletableFuture.failedFuture(failure())
        : CompletableFuture.completedFuture(loader);
  }

  CompletableFuture<String> callsSynchronous(Synchronous inner) {
    if (fails()) {
      return CompletableFuture.failedFuture(failure());
    }
    try {
      return CompletableFuture.completedFuture(inner.answer());
    } catch (IOException e) {
      return CompletableFuture.failedFuture(new IllegalStateException(e));
    }
  }

  /** Can make its equals. */
  static class Own<T> extends CompletableFuture<T> {
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new Own<>();
    }

    @Override
    public Executor defaultExecutor() {
      return task -> new Thread(task, "own").start();
    }
  }

  /** Can't. */
  static final class Sealed extends CompletableFuture<String> {}

  /** An exception that a condition can't be asked about. */
  static final class Hostile extends Exception {
    @Override
    public String getMessage() {
      throw new IllegalStateException("not now");
    }
  }

  /** Retried on the caller's thread. */
  static class Synchronous {
    private int calls;

    String answer() throws IOException {
      if (++calls < 3) {
        throw new IOException("synchronous " + calls);
      }
      return "synchronous attempt " + calls;
    }
  }

  interface Port {
    default CompletableFuture<String> send(Clients client) {
      return client.later2();
    }
  }

  static class Parent {
    CompletableFuture<String> load(Clients client) {
      return client.later2();
    }
  }

  static class Child extends Parent {
    int calls;

    @Override
    CompletableFuture<String> load(Clients client) {
      calls++;
      return super.load(client).thenApply(answer -> answer + ", child " + calls);
    }
  }
}
