package rx;

import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What stands around the retry. Prints one line for each scenario, as {@link Main} does. */
public final class Guarded {

  private static final AtomicInteger UNDELIVERABLE = new AtomicInteger();

  /** What the attempts come to; the last one for ever. */
  private final Deque<String> script = new ArrayDeque<>();

  private final PublishProcessor<String> answer = PublishProcessor.create();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();

  private Guarded(String... script) {
    this.script.addAll(List.of(script));
  }

  public static void main(String[] args) {
    RxJavaPlugins.setErrorHandler(error -> UNDELIVERABLE.incrementAndGet());
    scenarios().forEach((name, scenario) -> System.out.println(name + ": " + outcome(scenario)));
    System.exit(0);
  }

  private static Object outcome(Callable<?> scenario) {
    try {
      return scenario.call();
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  private static Map<String, Callable<?>> scenarios() {
    Map<String, Callable<?>> all = new LinkedHashMap<>();
    all.put("fallback", Guarded::standIns);
    all.put("fallback hides no bug", () -> seen(new Guarded("bug").fallbackSingle().toFlowable()));
    all.put("fallback to a method", () -> seen(new Guarded("fail").otherwise(7).toFlowable()));
    all.put(
        "flux that failed after an element", () -> seen(new Guarded("halfway").fallbackFlowable()));
    all.put("late once", Guarded::onceLate);
    all.put("always late", Guarded::alwaysLate);
    all.put("slow elements", () -> seen(new Guarded("tick").lateFlowable()));
    all.put("empty in time", Guarded::emptyInTime);
    all.put("judged", () -> seen(new Guarded("busy", "ok").judgedSingle().toFlowable()));
    all.put("judged, always busy", () -> seen(new Guarded("busy").judgedMaybe().toFlowable()));
    all.put("pay five times", Guarded::payFiveTimes);
    all.put("one at a time", Guarded::oneAtATime);
    all.put("cancelled in the queue", Guarded::cancelledInQueue);
    all.put("ask too much", Guarded::askTooMuch);
    all.put("ask patiently", Guarded::askPatiently);
    all.put("demand", Guarded::demand);
    all.put("late and answering at once", Guarded::races);
    all.put("undeliverable", UNDELIVERABLE::get);
    return all;
  }

  /** What a subscriber of any of the types gets. */
  private static Object seen(Flowable<?> flowable) {
    return flowable
        .cast(Object.class)
        .onErrorResumeNext(failure -> Flowable.just(name(failure)))
        .toList()
        .timeout(20, TimeUnit.SECONDS)
        .blockingGet();
  }

  private static Object name(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private Flowable<String> source() {
    return Flowable.defer(
            () -> {
              attempts.incrementAndGet();
              String next = script.size() > 1 ? script.poll() : script.peek();
              return switch (next) {
                case "fail" -> Flowable.<String>error(new IOException(next));
                case "bug" -> Flowable.<String>error(new IllegalArgumentException(next));
                case "halfway" ->
                    Flowable.concat(
                        Flowable.just("element"), Flowable.error(new IOException(next)));
                case "never" -> Flowable.<String>never();
                case "empty" -> Flowable.<String>empty();
                case "answer" -> answer;
                case "tick" ->
                    Flowable.interval(20, 150, TimeUnit.MILLISECONDS).map(String::valueOf).take(3);
                case "soon" -> Flowable.timer(20, TimeUnit.MILLISECONDS).map(String::valueOf);
                default -> Flowable.just(next);
              };
            })
        .doOnCancel(cancelled::incrementAndGet);
  }

  private static Object standIns() {
    List<Object> all = new ArrayList<>();
    all.add(seen(new Guarded("fail").fallbackSingle().toFlowable()));
    all.add(seen(new Guarded("fail").fallbackMaybe().toFlowable()));
    all.add(seen(new Guarded("fail").nothingCompletable().toFlowable()));
    all.add(seen(Flowable.fromObservable(new Guarded("fail").fallbackObservable(), BUFFER)));
    all.add(seen(new Guarded("fail").fallbackFlowable()));
    all.add(seen(new Guarded("fail").nothingMaybe().toFlowable()));
    return all;
  }

  private static final BackpressureStrategy BUFFER = BackpressureStrategy.BUFFER;

  Single<String> fallbackSingle() {
    return source().singleOrError();
  }

  Maybe<String> fallbackMaybe() {
    return source().singleElement();
  }

  Completable nothingCompletable() {
    return source().ignoreElements();
  }

  Maybe<String> nothingMaybe() {
    return source().singleElement();
  }

  Observable<String> fallbackObservable() {
    return source().toObservable();
  }

  Flowable<String> fallbackFlowable() {
    return source();
  }

  Single<String> otherwise(int number) {
    return source().singleOrError();
  }

  private Single<String> instead(int number) {
    return Single.just(number + " after " + attempts).delay(5, TimeUnit.MILLISECONDS);
  }

  private static Object onceLate() {
    List<Object> all = new ArrayList<>();
    Guarded own = new Guarded("never", "ok");
    all.add(seen(own.lateSingle().toFlowable()) + " " + own.cancelled);
    own = new Guarded("never", "ok");
    all.add(seen(own.lateMaybe().toFlowable()) + " " + own.cancelled);
    own = new Guarded("never", "ok");
    all.add(seen(own.lateCompletable().toFlowable()) + " " + own.cancelled + own.attempts);
    own = new Guarded("never", "ok");
    all.add(seen(Flowable.fromObservable(own.lateObservable(), BUFFER)) + " " + own.cancelled);
    own = new Guarded("never", "ok");
    all.add(seen(own.lateFlowable()) + " " + own.cancelled);
    return all;
  }

  private static Object alwaysLate() {
    List<Object> all = new ArrayList<>();
    all.add(seen(new Guarded("never").lateSingle().toFlowable()));
    all.add(seen(new Guarded("never").lateMaybe().toFlowable()));
    all.add(seen(new Guarded("never").lateCompletable().toFlowable()));
    all.add(seen(Flowable.fromObservable(new Guarded("never").lateObservable(), BUFFER)));
    all.add(seen(new Guarded("never").lateFlowable()));
    return all;
  }

  private static Object emptyInTime() {
    List<Object> all = new ArrayList<>();
    all.add(seen(new Guarded("empty").lateMaybe().toFlowable()));
    all.add(seen(new Guarded("empty").lateCompletable().toFlowable()));
    all.add(seen(Flowable.fromObservable(new Guarded("empty").lateObservable(), BUFFER)));
    all.add(seen(new Guarded("empty").lateFlowable()));
    return all;
  }

  Single<String> lateSingle() {
    return source().singleOrError();
  }

  Maybe<String> lateMaybe() {
    return source().singleElement();
  }

  Completable lateCompletable() {
    return source().ignoreElements();
  }

  Observable<String> lateObservable() {
    return source().toObservable();
  }

  Flowable<String> lateFlowable() {
    return source();
  }

  /** Each ends with its value, or with its time-out, and nothing of it is left over. */
  private static Object races() {
    int ended = 0;
    for (int i = 0; i < 40; i++) {
      ended += seen(new Guarded("soon").soonSingle().toFlowable()) instanceof List<?> ? 1 : 0;
      ended += seen(new Guarded("soon").soonMaybe().toFlowable()) instanceof List<?> ? 1 : 0;
      ended += seen(new Guarded("soon").soonCompletable().toFlowable()) instanceof List<?> ? 1 : 0;
      ended += seen(new Guarded("soon").soonFlowable()) instanceof List<?> ? 1 : 0;
    }
    return ended;
  }

  Single<String> soonSingle() {
    return source().singleOrError();
  }

  Maybe<String> soonMaybe() {
    return source().singleElement();
  }

  Completable soonCompletable() {
    return source().ignoreElements();
  }

  Flowable<String> soonFlowable() {
    return source();
  }

  Single<String> judgedSingle() {
    return source().singleOrError();
  }

  Maybe<String> judgedMaybe() {
    return source().singleElement();
  }

  private static Object payFiveTimes() {
    Guarded own = new Guarded("fail");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      all.append(seen(own.pay().toFlowable()));
    }
    return all + " " + own.attempts;
  }

  Completable pay() {
    return source().ignoreElements();
  }

  /** A second one is refused, and comes in when the first is disposed of, whatever its type. */
  private static Object oneAtATime() {
    Guarded own = new Guarded("never");
    List<Object> all = new ArrayList<>();
    all.add(own.refusedMeanwhile(own.crowdedSingle().toFlowable()));
    all.add(own.refusedMeanwhile(own.crowdedMaybe().toFlowable()));
    all.add(own.refusedMeanwhile(own.crowdedCompletable().toFlowable()));
    all.add(own.refusedMeanwhile(Flowable.fromObservable(own.crowdedObservable(), BUFFER)));
    all.add(own.refusedMeanwhile(own.crowdedFlowable()));
    return all + " cancelled " + own.cancelled;
  }

  private Object refusedMeanwhile(Flowable<?> call) {
    Disposable first = call.subscribe(value -> {}, failure -> {});
    Object second = seen(crowdedFlowable());
    first.dispose();
    return second;
  }

  Single<String> crowdedSingle() {
    return source().singleOrError();
  }

  Maybe<String> crowdedMaybe() {
    return source().singleElement();
  }

  Completable crowdedCompletable() {
    return source().ignoreElements();
  }

  Observable<String> crowdedObservable() {
    return source().toObservable();
  }

  Flowable<String> crowdedFlowable() {
    return source();
  }

  private static Object cancelledInQueue() throws InterruptedException {
    Guarded own = new Guarded("answer");
    CountDownLatch ended = new CountDownLatch(2);
    own.waiting().subscribe(value -> ended.countDown());
    Disposable second = own.waiting().subscribe(value -> ended.countDown());
    own.waiting().subscribe(value -> ended.countDown());
    second.dispose();
    while (ended.getCount() > 0) {
      own.answer.offer("ok");
      Thread.sleep(5);
    }
    return "attempts " + own.attempts;
  }

  Single<String> waiting() {
    return source().firstOrError();
  }

  private static Object askTooMuch() {
    Guarded own = new Guarded("ok");
    return seen(own.askOnce()) + " " + seen(own.askOnce());
  }

  Flowable<String> askOnce() {
    return source();
  }

  private static Object askPatiently() {
    Guarded own = new Guarded("ok");
    long start = System.nanoTime();
    Object all = seen(Flowable.merge(own.ask(), own.ask(), own.ask()));
    return all + " waits " + (System.nanoTime() - start >= 200_000_000);
  }

  Flowable<String> ask() {
    return source();
  }

  private static Object demand() throws InterruptedException {
    AtomicLong asked = new AtomicLong();
    TestSubscriber<Integer> subscriber = new Guarded("").numbers(asked).test(2);
    subscriber.awaitCount(2);
    return subscriber.values() + " of " + asked;
  }

  Flowable<Integer> numbers(AtomicLong asked) {
    return Flowable.defer(
        () ->
            attempts.incrementAndGet() < 2
                ? Flowable.<Integer>error(new IOException("1"))
                : Flowable.range(1, 1_000).doOnRequest(asked::addAndGet));
  }
}
