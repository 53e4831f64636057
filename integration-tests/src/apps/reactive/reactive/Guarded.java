package reactive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What stands around the retry. Prints one line for each scenario, as {@link Main} does. */
public final class Guarded {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<String> cancelled = new ArrayList<>();
  private volatile int attempts;

  public static void main(String[] args) {
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
    all.put("fallback to a text", () -> get(new Guarded().text()));
    all.put("fallback to a number", () -> get(new Guarded().number()).getClass());
    all.put("fallback to nothing", () -> new Guarded().nothing().blockOptional(LONG));
    all.put("fallback to a method", () -> get(new Guarded().rate("EUR", 2)));
    all.put("fallback of a static method", () -> get(shared("x")));
    all.put("fallback of a method that throws", () -> get(new Guarded().throwing()));
    all.put("fallback method that fails", () -> get(new Guarded().alsoFailing()));
    all.put("fallback hides no bug", () -> get(new Guarded().bug()));
    all.put("fallback of a flux", () -> all(new Guarded().flux()));
    all.put("fallback of a flux to a method", () -> all(new Guarded().rates()));
    all.put("flux that failed after an element", Guarded::halfway);
    all.put("judged", () -> get(new Guarded().busyOnce()));
    all.put("judged, always busy", () -> get(new Guarded().alwaysBusy()));
    all.put("judged, fallback", () -> get(new Guarded().busyWithFallback()));
    all.put("late once", Guarded::lateOnce);
    all.put("always late", () -> get(new Guarded().late()));
    all.put("late and blocking", () -> get(new Guarded().blocking()));
    all.put("late, fallback", () -> get(new Guarded().lateQuote()));
    all.put("in time", () -> get(new Guarded().patient()));
    all.put("empty in time", () -> new Guarded().patientEmpty().blockOptional(LONG));
    all.put("late first element", Guarded::lateFlux);
    all.put("slow elements", () -> all(new Guarded().ticking()));
    all.put("empty flux in time", () -> all(new Guarded().emptyFlux()));
    all.put("pay ten times", Guarded::payTenTimes);
    all.put("has enough", Guarded::hasEnough);
    all.put("ask patiently", Guarded::askPatiently);
    all.put("ask too much", () -> get(askOnce()) + ", " + get(askOnce()));
    all.put("ask without subscribing", Guarded::unsubscribed);
    all.put("four at a time", Guarded::together);
    all.put("a hundred in a queue", Guarded::queue);
    all.put("cancelled in its place", Guarded::cancelledInPlace);
    all.put("cancelled in the queue", Guarded::cancelledInQueue);
    all.put("cancelled in the back-off", Guarded::cancelledInBackOff);
    all.put("inside of itself", () -> get(new Guarded().nested(3)));
    all.put("retried in its place", () -> get(new Guarded().retriedInPlace()));
    all.put("demand", Guarded::demand);
    all.put("context", () -> get(new Guarded().context().contextWrite(c -> c.put("k", "v"))));
    all.put("thread of a first attempt", () -> get(new Guarded().thread()));
    return all;
  }

  private static Object get(Mono<?> mono) {
    return mono.cast(Object.class).onErrorResume(Mono::just).block(LONG);
  }

  private static Object all(Flux<?> flux) {
    return flux.cast(Object.class)
        .onErrorResume(failure -> Flux.just(failure.getClass().getSimpleName()))
        .collectList()
        .block(LONG);
  }

  private <T> Mono<T> failing() {
    return Mono.error(() -> new IOException("" + ++attempts));
  }

  Mono<String> text() {
    return failing();
  }

  Mono<Integer> number() {
    return failing();
  }

  Mono<String> nothing() {
    return failing();
  }

  Mono<String> rate(String currency, int factor) {
    return failing();
  }

  private Mono<String> cachedRate(String currency, int factor) {
    return Mono.fromCallable(() -> currency + factor + " after " + attempts)
        .delayElement(Duration.ofMillis(5));
  }

  static Mono<String> shared(String key) {
    return Mono.error(new IOException("shared"));
  }

  private static Mono<String> sharedInstead(String key) {
    return Mono.just("instead of " + key);
  }

  Mono<String> throwing() throws IOException {
    throw new IOException("thrown");
  }

  Mono<String> alsoFailing() {
    return failing();
  }

  private Mono<String> failsToo() {
    return Mono.error(new IOException("the fallback's own"));
  }

  Mono<String> bug() {
    return Mono.error(new IllegalArgumentException("a bug"));
  }

  Flux<String> flux() {
    return Flux.error(() -> new IOException("" + ++attempts));
  }

  Flux<Integer> rates() {
    return Flux.error(() -> new IOException("" + ++attempts));
  }

  private Flux<Integer> oldRates() {
    return Flux.just(attempts, 7);
  }

  private static Object halfway() {
    Guarded own = new Guarded();
    return all(own.fails()) + " after " + own.attempts;
  }

  Flux<String> fails() {
    return Flux.defer(
        () -> {
          attempts++;
          return Flux.just("element").concatWith(Flux.error(new IOException("halfway")));
        });
  }

  Mono<String> busyOnce() {
    return Mono.fromCallable(() -> ++attempts == 1 ? "busy" : "attempt " + attempts);
  }

  Mono<String> alwaysBusy() {
    return Mono.fromCallable(() -> "busy " + ++attempts);
  }

  Mono<String> busyWithFallback() {
    return Mono.fromCallable(() -> "busy " + ++attempts);
  }

  private <T> Mono<T> never() {
    attempts++;
    return Mono.<T>never().doOnCancel(() -> cancelled.add("attempt " + attempts));
  }

  private static Object lateOnce() {
    Guarded own = new Guarded();
    return get(own.lateAtFirst()) + ", cancelled " + own.cancelled;
  }

  Mono<String> lateAtFirst() {
    return Mono.defer(() -> attempts == 0 ? never() : Mono.just("attempt " + ++attempts));
  }

  Mono<String> late() {
    return Mono.defer(this::never);
  }

  Mono<String> blocking() {
    return Mono.fromCallable(
        () -> {
          int attempt = ++attempts;
          if (attempt == 1) {
            Thread.sleep(300);
          }
          return "attempt " + attempt;
        });
  }

  Mono<String> lateQuote() {
    return Mono.defer(this::never);
  }

  Mono<String> patient() {
    return Mono.just("fine");
  }

  Mono<String> patientEmpty() {
    return Mono.empty();
  }

  private static Object lateFlux() {
    Guarded own = new Guarded();
    return all(own.lateElements()) + ", cancelled " + own.cancelled;
  }

  Flux<String> lateElements() {
    return Flux.defer(
        () ->
            attempts == 0
                ? this.<String>never().flux()
                : Flux.just("attempt " + ++attempts, "and more"));
  }

  Flux<Long> ticking() {
    return Flux.interval(Duration.ofMillis(20), Duration.ofMillis(150)).take(3);
  }

  Flux<String> emptyFlux() {
    return Flux.empty();
  }

  private static Object payTenTimes() {
    Guarded own = new Guarded();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      all.append(get(own.pay()).getClass().getSimpleName().charAt(0));
    }
    return all + " " + own.attempts;
  }

  Mono<String> pay() {
    return failing();
  }

  private static Object hasEnough() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      all.append(all(new Guarded().endless().take(1)));
    }
    return all;
  }

  Flux<String> endless() {
    return Flux.<String>never().startWith("x");
  }

  private static Object askPatiently() {
    Mono<String> ask = new Guarded().ask();
    return Mono.zip(ask, ask, ask)
        .elapsed()
        .map(t -> t.getT2().toList() + " waits " + (t.getT1() >= 200))
        .block(LONG);
  }

  Mono<String> ask() {
    return Mono.just("ok");
  }

  static Mono<String> askOnce() {
    return Mono.just("ok");
  }

  private static Object unsubscribed() {
    for (int i = 0; i < 10; i++) {
      Mono<String> unused = askLazily();
    }
    return get(askLazily());
  }

  static Mono<String> askLazily() {
    return Mono.just("ok");
  }

  private static Object together() {
    Guarded own = new Guarded();
    Sinks.One<String> answer = Sinks.one();
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      own.crowded(answer)
          .cast(Object.class)
          .onErrorResume(failure -> Mono.just(failure.getClass().getSimpleName()))
          .subscribe(all::add);
    }
    answer.tryEmitValue("ok");
    return all + " then " + get(own.crowded(answer));
  }

  Mono<String> crowded(Sinks.One<String> answer) {
    return answer.asMono();
  }

  private static Object queue() throws InterruptedException {
    Guarded own = new Guarded();
    get(own.queued());
    int before = Thread.getAllStackTraces().size();
    CountDownLatch ended = new CountDownLatch(100);
    for (int i = 0; i < 100; i++) {
      own.queued().subscribe(value -> ended.countDown(), failure -> {});
    }
    int more = Thread.getAllStackTraces().size() - before;
    boolean all = ended.await(20, TimeUnit.SECONDS);
    return all + ", at most two threads more " + (more <= 2);
  }

  Mono<String> queued() {
    return Mono.delay(Duration.ofMillis(5)).thenReturn("ok");
  }

  private static Object cancelledInPlace() {
    Guarded own = new Guarded();
    Disposable call = own.place().subscribe();
    call.dispose();
    boolean afterwards = own.cancelled.size() == 1;
    Disposable second = own.place().subscribe();
    Object third = get(own.place());
    second.dispose();
    return "cancelled " + afterwards + ", next in, third " + third.getClass().getSimpleName();
  }

  Mono<String> place() {
    return Mono.defer(this::never);
  }

  private static Object cancelledInQueue() throws InterruptedException {
    Guarded own = new Guarded();
    Sinks.One<String> answer = Sinks.one();
    CountDownLatch ended = new CountDownLatch(2);
    own.waiting(answer).subscribe(value -> ended.countDown());
    Disposable second = own.waiting(answer).subscribe(value -> ended.countDown());
    own.waiting(answer).subscribe(value -> ended.countDown());
    second.dispose();
    answer.tryEmitValue("ok");
    return ended.await(20, TimeUnit.SECONDS) + ", attempts " + own.attempts;
  }

  Mono<String> waiting(Sinks.One<String> answer) {
    return Mono.defer(
        () -> {
          attempts++;
          return answer.asMono();
        });
  }

  private static Object cancelledInBackOff() {
    Guarded own = new Guarded();
    own.backsOff().subscribe(value -> {}, failure -> {}).dispose();
    own.backsOff().subscribe(value -> {}, failure -> {}).dispose();
    return own.attempts + " attempts";
  }

  Mono<String> backsOff() {
    return failing();
  }

  Mono<String> nested(int depth) {
    return depth == 0 ? Mono.just("depth 0") : nested(depth - 1).map(answer -> answer);
  }

  Mono<String> retriedInPlace() {
    return Mono.defer(() -> attempts < 2 ? failing() : Mono.just("attempt " + ++attempts));
  }

  private static Object demand() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    AtomicLong asked = new AtomicLong();
    List<Integer> got = new ArrayList<>();
    new Guarded()
        .numbers(asked)
        .subscribe(
            new BaseSubscriber<>() {
              @Override
              protected void hookOnSubscribe(Subscription subscription) {
                request(2);
              }

              @Override
              protected void hookOnNext(Integer value) {
                got.add(value);
                both.countDown();
              }
            });
    both.await(20, TimeUnit.SECONDS);
    return got + " of " + asked;
  }

  Flux<Integer> numbers(AtomicLong asked) {
    return Flux.defer(
        () ->
            ++attempts < 2
                ? Flux.error(new IOException("1"))
                : Flux.range(1, 1_000).doOnRequest(asked::addAndGet));
  }

  Mono<String> context() {
    return Mono.deferContextual(
        context ->
            attempts < 2 ? failing() : Mono.just(context.get("k") + " at attempt " + ++attempts));
  }

  Mono<String> thread() {
    return Mono.fromCallable(() -> Thread.currentThread().getName());
  }
}
