package guarded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Methods that return a future. */
final class Futures {

  private static final CompletableFuture<String> HELD = new CompletableFuture<>();

  private final List<CompletableFuture<String>> pending = new ArrayList<>();
  private volatile int attempts;

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("future: fallback to a text", () -> get(new Futures().text()));
    all.put("future: fallback to a number", () -> get(new Futures().number()).getClass());
    all.put("future: fallback to null", () -> get(new Futures().stage()));
    all.put("future: fallback to a method", () -> get(new Futures().rate("EUR", 2)));
    all.put("future: fallback of a static method", () -> get(shared("x")));
    all.put("future: fallback of a method that throws", () -> get(new Futures().throwing()));
    all.put("future: fallback method that fails", () -> get(new Futures().alsoFailing()));
    all.put("future: fallback hides no bug", () -> get(new Futures().bug()));
    all.put("future: fallback of another type", () -> get(new Futures().misfit()));
    all.put("future: late once", Futures::lateOnce);
    all.put("future: always late", () -> get(new Futures().late()));
    all.put("future: late before it returns", () -> get(new Futures().slowToReturn()));
    all.put("future: late, hidden", () -> get(new Futures().hidden()));
    all.put("future: late, fallback", () -> get(new Futures().lateQuote()));
    all.put("future: in time", Futures::inTime);
    all.put("future: pay ten times", Futures::payTenTimes);
    all.put("future: ask patiently", Futures::askPatiently);
    all.put("future: ask too much", Futures::askTooMuch);
    all.put("future: four at a time", Futures::together);
    all.put("future: a hundred in a queue", Futures::queue);
    all.put("future: cancelled in its place", Futures::cancelledInPlace);
    all.put("future: cancelled in the queue", Futures::cancelledInQueue);
    all.put("future: inside of itself", () -> get(new Futures().nested(3)));
    all.put("future: retried in its place", () -> get(new Futures().retriedInPlace()));
    all.put("future: hold a place", Futures::hold);
    all.put("future: let go", Futures::letGo);
    return all;
  }

  private static Object get(CompletionStage<?> stage) {
    return stage
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .handle((value, thrown) -> thrown == null ? value : thrown)
        .join();
  }

  private CompletableFuture<String> failure() {
    return CompletableFuture.supplyAsync(
        () -> {
          throw new java.util.concurrent.CompletionException(new IOException("" + ++attempts));
        });
  }

  CompletableFuture<String> text() {
    return failure();
  }

  CompletableFuture<Integer> number() {
    return failure().thenApply(String::length);
  }

  CompletionStage<String> stage() {
    return failure().minimalCompletionStage();
  }

  CompletableFuture<String> rate(String currency, int factor) {
    return failure();
  }

  private CompletableFuture<String> cachedRate(String currency, int factor) {
    return CompletableFuture.supplyAsync(() -> currency + factor + " after " + attempts);
  }

  static CompletableFuture<String> shared(String key) {
    return CompletableFuture.failedFuture(new IOException("shared"));
  }

  private static CompletableFuture<String> sharedInstead(String key) {
    return CompletableFuture.completedFuture("instead of " + key);
  }

  CompletableFuture<String> throwing() throws IOException {
    throw new IOException("thrown");
  }

  CompletableFuture<String> alsoFailing() {
    return failure();
  }

  private CompletableFuture<String> failsToo() {
    return CompletableFuture.failedFuture(new IllegalStateException("the fallback's own"));
  }

  CompletableFuture<String> bug() {
    return CompletableFuture.failedFuture(new IllegalArgumentException("a bug"));
  }

  CompletableFuture<Integer> misfit() {
    return failure().thenApply(String::length);
  }

  private CompletableFuture<String> never() {
    attempts++;
    CompletableFuture<String> attempt = new CompletableFuture<>();
    pending.add(attempt);
    return attempt;
  }

  private static Object lateOnce() {
    Futures own = new Futures();
    return get(own.lateAtFirst()) + ", first cancelled " + own.pending.get(0).isCancelled();
  }

  CompletableFuture<String> lateAtFirst() {
    return attempts == 0 ? never() : CompletableFuture.completedFuture("attempt " + ++attempts);
  }

  CompletableFuture<String> late() {
    return never();
  }

  CompletableFuture<String> slowToReturn() throws InterruptedException {
    if (++attempts == 1) {
      Thread.sleep(300);
    }
    return CompletableFuture.completedFuture("attempt " + attempts);
  }

  CompletionStage<String> hidden() {
    return attempts == 0
        ? never().minimalCompletionStage()
        : CompletableFuture.completedFuture("attempt " + ++attempts).minimalCompletionStage();
  }

  CompletableFuture<String> lateQuote() {
    return never();
  }

  private static Object inTime() {
    CompletableFuture<String> answer = CompletableFuture.completedFuture("fine");
    return new Futures().patient(answer) == answer ? "the same" : "another";
  }

  CompletableFuture<String> patient(CompletableFuture<String> answer) {
    return answer;
  }

  private static Object payTenTimes() {
    Futures own = new Futures();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      all.append(get(own.pay()).getClass().getSimpleName().charAt(0));
    }
    return all + " " + own.attempts;
  }

  CompletableFuture<String> pay() {
    return failure();
  }

  private static Object askPatiently() {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(new Futures().ask());
    }
    boolean waits = !all.get(2).isDone();
    return all.stream().map(Futures::get).toList() + " waits " + waits;
  }

  CompletableFuture<String> ask() {
    return CompletableFuture.completedFuture("ok");
  }

  private static Object askTooMuch() {
    return get(new Futures().askOnce()) + ", " + get(new Futures().askOnce());
  }

  CompletableFuture<String> askOnce() {
    return CompletableFuture.completedFuture("ok");
  }

  private static Object together() {
    Futures own = new Futures();
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(own.crowded());
    }
    own.pending.forEach(each -> each.complete("ok"));
    StringBuilder outcomes = new StringBuilder();
    for (CompletableFuture<String> each : all) {
      Object outcome = get(each);
      outcomes.append(outcome instanceof Throwable t ? t.getClass().getSimpleName() : outcome);
      outcomes.append(' ');
    }
    CompletableFuture<String> next = own.crowded();
    own.pending.get(2).complete("then ok");
    return outcomes + get(next).toString();
  }

  CompletableFuture<String> crowded() {
    return never();
  }

  private static Object queue() {
    int before = Thread.getAllStackTraces().size();
    Futures own = new Futures();
    CompletableFuture<String> gate = new CompletableFuture<>();
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(own.queued(gate));
    }
    int more = Thread.getAllStackTraces().size() - before;
    gate.complete("ok");
    boolean ok = all.stream().map(Futures::get).allMatch("ok"::equals);
    return ok + ", at most two threads more " + (more <= 2);
  }

  CompletableFuture<String> queued(CompletableFuture<String> gate) {
    return gate.thenApply(answer -> answer);
  }

  private static Object cancelledInPlace() {
    Futures own = new Futures();
    own.place().cancel(true);
    boolean cancelled = own.pending.get(0).isCancelled();
    CompletableFuture<String> next = own.place();
    own.pending.get(1).complete("in");
    return "cancelled " + cancelled + ", next " + get(next);
  }

  CompletableFuture<String> place() {
    return never();
  }

  private static Object cancelledInQueue() {
    Futures own = new Futures();
    CompletableFuture<String> gate = new CompletableFuture<>();
    CompletableFuture<String> first = own.queued(gate);
    own.queued(new CompletableFuture<>()).cancel(true);
    CompletableFuture<String> third = own.queued(gate);
    gate.complete("ok");
    return get(first) + " " + get(third);
  }

  CompletableFuture<String> nested(int depth) {
    return depth == 0
        ? CompletableFuture.completedFuture("depth 0")
        : nested(depth - 1).thenApply(answer -> answer);
  }

  CompletableFuture<String> retriedInPlace() {
    return attempts < 2 ? failure() : CompletableFuture.completedFuture("attempt 3");
  }

  private static Object hold() {
    var unused = new Futures().held();
    return "held";
  }

  CompletableFuture<String> held() {
    return HELD;
  }

  private static Object letGo() {
    HELD.complete("ok");
    return "let go";
  }
}
