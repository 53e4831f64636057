package reactive;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Prints one line for each scenario: its name and its result, or what it threw. */
public final class Main {

  private static final Duration LONG = Duration.ofSeconds(20);

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
    all.put("mono", () -> new Clients().mono("x").block(LONG));
    all.put("flux", () -> new Clients().flux().collectList().block(LONG));
    all.put("empty mono", () -> new Clients().empty().blockOptional(LONG));
    all.put("mono that throws at once", () -> new Clients().throwing().block(LONG));
    all.put(
        "flux that throws at once", () -> new Clients().throwingFlux().collectList().block(LONG));
    all.put("last exception", Main::lastException);
    all.put("not retryable", Main::notRetryable);
    all.put("judged", () -> new Clients().judged().block(LONG));
    all.put("judged, always busy", () -> new Clients().alwaysBusy().block(LONG));
    all.put("flux that failed after an element", Main::afterAnElement);
    all.put("two subscribers", Main::twoSubscribers);
    all.put("nothing without a subscriber", Main::noSubscriber);
    all.put("cancelled while it waits", Main::cancelled);
    all.put("cancelled in flight", Main::cancelledInFlight);
    all.put(
        "context", () -> new Clients().context().contextWrite(c -> c.put("k", "v")).block(LONG));
    all.put("thread of further attempts", () -> new Clients().thread().block(LONG));
    all.put("throwing condition", Main::throwingCondition);
    all.put("private", () -> new Clients().callsHidden().block(LONG));
    all.put("static", () -> Clients.ofClass(new Clients()).block(LONG));
    all.put("one of two layers", Main::layers);
    all.put("one of two layers, judged", Main::judgedLayers);
    all.put("threads of 1000 waiting calls", Main::thousand);
    return all;
  }

  private static Object lastException() {
    Clients client = new Clients();
    Throwable seen = client.always().materialize().block(LONG).getThrowable();
    return (seen == client.last ? "the last of " : "another of ")
        + client.count
        + ", suppressed "
        + seen.getSuppressed().length;
  }

  private static Object notRetryable() {
    Clients client = new Clients();
    Throwable seen = client.notRetryable().materialize().block(LONG).getThrowable();
    return seen.getMessage() + " after " + client.count;
  }

  private static Object afterAnElement() {
    Clients client = new Clients();
    List<?> seen = client.halfway().materialize().map(Object::toString).collectList().block(LONG);
    return seen.size() + " signals, " + client.count + " subscription";
  }

  private static Object twoSubscribers() {
    Clients client = new Clients();
    Mono<String> mono = client.mono("x");
    String first = mono.block(LONG);
    client.count = 0;
    return first + ", " + mono.block(LONG);
  }

  private static Object noSubscriber() throws InterruptedException {
    Clients client = new Clients();
    Mono<String> unused = client.mono("x");
    Thread.sleep(100);
    return client.count;
  }

  private static Object cancelled() throws InterruptedException {
    Clients client = new Clients();
    Disposable call = client.waitsLong().subscribe(v -> {}, e -> {});
    call.dispose();
    Thread.sleep(1_500);
    return client.count + " attempt";
  }

  private static Object cancelledInFlight() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Disposable call = new Clients().never(cancelled).subscribe();
    call.dispose();
    return cancelled;
  }

  private static Object throwingCondition() {
    Clients client = new Clients();
    Throwable seen = client.hostile().materialize().block(LONG).getThrowable();
    return seen.getClass().getSimpleName() + " after " + client.count;
  }

  private static Object layers() {
    Clients client = new Clients();
    client.outer().materialize().block(LONG);
    return client.count + " attempts";
  }

  private static Object judgedLayers() {
    Clients client = new Clients();
    Object number = client.judgedNumber().block(LONG);
    return number + " after " + client.count;
  }

  private static Object thousand() throws InterruptedException {
    new Clients().mono("warm").block(LONG);
    int before = Thread.getAllStackTraces().size();
    CountDownLatch ended = new CountDownLatch(1_000);
    for (int i = 0; i < 1_000; i++) {
      new Clients().thousand().doFinally(signal -> ended.countDown()).subscribe(v -> {}, e -> {});
    }
    int more = Thread.getAllStackTraces().size() - before;
    boolean all = ended.await(20, TimeUnit.SECONDS);
    return (more <= 1 ? "at most one more" : more + " more") + ", all ended " + all;
  }

  /** Fails twice and then answers; each scenario has one of its own. */
  static class Clients {
    volatile int count;
    volatile Throwable last;

    private <T> T answer(T answer) throws IOException {
      if (++count < 3) {
        throw failure();
      }
      return answer;
    }

    private IOException failure() {
      IOException failure = new IOException("failure " + count);
      last = failure;
      return failure;
    }

    Mono<String> mono(String order) {
      return Mono.fromCallable(() -> answer("attempt 3 of " + order));
    }

    Flux<Integer> flux() {
      return Flux.defer(() -> ++count < 3 ? Flux.error(failure()) : Flux.just(1, 2));
    }

    Mono<String> empty() {
      return Mono.fromRunnable(() -> count++);
    }

    Mono<String> throwing() throws IOException {
      return Mono.just(answer("attempt 3"));
    }

    Flux<Integer> throwingFlux() throws IOException {
      return Flux.just(answer(3), 4);
    }

    Mono<String> always() {
      return Mono.error(
          () -> {
            count++;
            return failure();
          });
    }

    Mono<String> notRetryable() {
      return Mono.error(
          () -> {
            count++;
            return new IllegalStateException("no");
          });
    }

    Mono<String> judged() {
      return Mono.fromCallable(() -> ++count < 3 ? "busy" : "attempt " + count);
    }

    Mono<String> alwaysBusy() {
      return Mono.fromCallable(() -> "busy " + ++count);
    }

    /** Makes another result of that of a layer inside. */
    Mono<Integer> judgedNumber() {
      return alwaysBusy().map(busy -> 503);
    }

    Flux<String> halfway() {
      return Flux.defer(
          () -> {
            count++;
            return Flux.concat(Flux.just("element"), Flux.error(failure()));
          });
    }

    Mono<String> waitsLong() {
      return Mono.error(
          () -> {
            count++;
            return failure();
          });
    }

    Mono<String> never(AtomicBoolean cancelled) {
      return Mono.<String>never().doOnCancel(() -> cancelled.set(true));
    }

    Mono<String> context() {
      return Mono.deferContextual(
          context -> Mono.fromCallable(() -> answer(context.get("k") + " at attempt 3")));
    }

    Mono<String> thread() {
      return Mono.fromCallable(() -> answer(Thread.currentThread().getName()));
    }

    Mono<String> hostile() {
      return Mono.error(
          () -> {
            count++;
            return new Hostile();
          });
    }

    private Mono<String> hidden() {
      return Mono.fromCallable(() -> answer("attempt 3"));
    }

    Mono<String> callsHidden() {
      return hidden();
    }

    static Mono<String> ofClass(Clients client) {
      return client.plain();
    }

    private Mono<String> plain() {
      return Mono.fromCallable(() -> answer("attempt 3"));
    }

    Mono<String> outer() {
      return inner().map(answer -> answer);
    }

    Mono<String> inner() {
      return Mono.error(
          () -> {
            count++;
            return failure();
          });
    }

    Mono<String> thousand() {
      return Mono.error(() -> new IOException("thousand"));
    }

    Publisher<String> publisher() {
      return Mono.just("x");
    }
  }

  /** An exception that a condition can't be asked about. */
  static final class Hostile extends Exception {
    @Override
    public String getMessage() {
      throw new IllegalStateException("not now");
    }
  }
}
