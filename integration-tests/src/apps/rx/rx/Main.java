package rx;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prints one line for each scenario: its name and its result, or what it threw. */
public final class Main {

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
    all.put("single", () -> new Clients().single().blockingGet());
    all.put("maybe", () -> new Clients().maybe().blockingGet());
    all.put("completable", Main::completable);
    all.put("observable", () -> new Clients().observable().toList().blockingGet());
    all.put("flowable", () -> new Clients().flowable().toList().blockingGet());
    all.put("single that throws at once", () -> new Clients().throwing().blockingGet());
    all.put("last exception", Main::lastException);
    all.put("judged single", () -> new Clients().judgedSingle().blockingGet());
    all.put("judged maybe", () -> new Clients().judgedMaybe().blockingGet());
    all.put("judged, always busy", () -> new Clients().judgedAlways().blockingGet());
    all.put("observable that failed after an element", Main::afterAnElement);
    all.put("disposed while it waits", Main::disposed);
    all.put("disposed in flight", Main::disposedInFlight);
    all.put("thread of further attempts", () -> new Clients().thread().blockingGet());
    return all;
  }

  private static Object completable() {
    Clients client = new Clients();
    client.completable().blockingAwait();
    return "attempt " + client.count;
  }

  private static Object lastException() {
    Clients client = new Clients();
    Throwable seen = client.always().materialize().blockingGet().getError();
    return (seen == client.last ? "the last of " : "another of ")
        + client.count
        + ", suppressed "
        + seen.getSuppressed().length;
  }

  private static Object afterAnElement() {
    Clients client = new Clients();
    int signals = client.halfway().materialize().toList().blockingGet().size();
    return signals + " signals, " + client.count + " subscription";
  }

  private static Object disposed() throws InterruptedException {
    Clients client = new Clients();
    Disposable call = client.waitsLong().subscribe(value -> {}, error -> {});
    call.dispose();
    Thread.sleep(1_500);
    return client.count + " attempt";
  }

  private static Object disposedInFlight() {
    AtomicBoolean disposed = new AtomicBoolean();
    Disposable call = new Clients().never(disposed).subscribe();
    call.dispose();
    return disposed;
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

    Single<String> single() {
      return Single.fromCallable(() -> answer("attempt 3"));
    }

    Maybe<String> maybe() {
      return Maybe.fromCallable(() -> answer("attempt 3"));
    }

    Completable completable() {
      return Completable.fromCallable(() -> answer("attempt 3"));
    }

    Observable<String> observable() {
      return Observable.fromCallable(() -> answer("attempt 3"));
    }

    Flowable<String> flowable() {
      return Flowable.fromCallable(() -> answer("attempt 3"));
    }

    Single<String> throwing() throws IOException {
      return Single.just(answer("attempt 3"));
    }

    Single<String> always() {
      return Single.fromCallable(
          () -> {
            count++;
            throw failure();
          });
    }

    Single<String> judgedSingle() {
      return Single.fromCallable(() -> ++count < 3 ? "busy" : "attempt " + count);
    }

    Maybe<String> judgedMaybe() {
      return Maybe.fromCallable(() -> ++count < 3 ? "busy" : "attempt " + count);
    }

    Single<String> judgedAlways() {
      return Single.fromCallable(() -> "busy " + ++count);
    }

    Observable<String> halfway() {
      return Observable.defer(
          () -> {
            count++;
            return Observable.concat(Observable.just("element"), Observable.error(failure()));
          });
    }

    Single<String> waitsLong() {
      return Single.fromCallable(
          () -> {
            count++;
            throw failure();
          });
    }

    Single<String> never(AtomicBoolean disposed) {
      return Single.<String>never().doOnDispose(() -> disposed.set(true));
    }

    Single<String> thread() {
      return Single.fromCallable(() -> answer(Thread.currentThread().getName()));
    }
  }
}
