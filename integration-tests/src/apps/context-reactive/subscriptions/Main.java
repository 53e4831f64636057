package subscriptions;

import dev.mulligan.api.Attempt;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the API says while something is subscribed to: a line for each scenario. */
public final class Main {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<Attempt> seen = new ArrayList<>();

  public static void main(String[] args) {
    Main own = new Main();
    own.mono().block(LONG);
    own.say("mono");
    own = new Main();
    own.flux().blockLast(LONG);
    own.say("flux");
    own = new Main();
    own.guardedMono().block(LONG);
    own.say("guarded mono");
    own = new Main();
    own.guardedFlux().blockLast(LONG);
    own.say("guarded flux");
    own = new Main();
    own.contextual().block(LONG);
    own.say("reactor's context");
    own = new Main();
    own.guardedContextual().block(LONG);
    own.say("reactor's context, guarded");
    own = new Main();
    own.elsewhere().block(LONG);
    own.say("another thread");
    own = new Main();
    Mono<String> twice = own.once();
    twice.block(LONG);
    twice.block(LONG);
    own.say("two subscribers");
    own = new Main();
    own.single().blockingGet();
    own.say("single");
    own = new Main();
    own.maybe().blockingGet();
    own.say("maybe");
    own = new Main();
    own.completable().blockingAwait();
    own.say("completable");
    own = new Main();
    own.observable().blockingLast();
    own.say("observable");
    own = new Main();
    own.guardedFlowable().blockingLast();
    own.say("guarded flowable");
    own = new Main();
    own.seen.add(Attempt.current());
    own.say("afterwards");
    System.exit(0);
  }

  private void say(String scenario) {
    List<UUID> ids = new ArrayList<>();
    StringBuilder text = new StringBuilder(scenario + ":");
    for (Attempt attempt : seen) {
      attempt.callId().filter(id -> !ids.contains(id)).ifPresent(ids::add);
      text.append(' ').append(attempt.number());
      text.append(attempt.callId().map(id -> "" + (char) ('a' + ids.indexOf(id))).orElse("-"));
      attempt.rule().ifPresent(rule -> text.append(':').append(rule));
    }
    System.out.println(text);
  }

  private String ask(Attempt attempt) throws IOException {
    seen.add(attempt);
    if (seen.size() < 3) {
      throw new IOException("" + seen.size());
    }
    return "answer";
  }

  Mono<String> mono() {
    return Mono.fromCallable(() -> ask(Attempt.current()));
  }

  Flux<String> flux() {
    return Mono.fromCallable(() -> ask(Attempt.current())).flux();
  }

  Mono<String> guardedMono() {
    return Mono.fromCallable(() -> ask(Attempt.current()));
  }

  Flux<String> guardedFlux() {
    return Mono.fromCallable(() -> ask(Attempt.current())).flux();
  }

  Mono<String> contextual() {
    return Mono.deferContextual(
        context ->
            Mono.fromCallable(() -> ask(context.get(Attempt.class)))
                .subscribeOn(Schedulers.boundedElastic()));
  }

  Mono<String> guardedContextual() {
    return Mono.deferContextual(
        context ->
            Mono.fromCallable(() -> ask(context.get(Attempt.class)))
                .subscribeOn(Schedulers.boundedElastic()));
  }

  Mono<String> elsewhere() {
    return Mono.fromCallable(() -> ask(Attempt.current())).subscribeOn(Schedulers.boundedElastic());
  }

  Mono<String> once() {
    return Mono.fromRunnable(() -> seen.add(Attempt.current()));
  }

  Single<String> single() {
    return Single.fromCallable(() -> ask(Attempt.current()));
  }

  Maybe<String> maybe() {
    return Maybe.fromCallable(() -> ask(Attempt.current()));
  }

  Completable completable() {
    return Completable.fromCallable(() -> ask(Attempt.current()));
  }

  Observable<String> observable() {
    return Observable.fromCallable(() -> ask(Attempt.current()));
  }

  Flowable<String> guardedFlowable() {
    return Flowable.fromCallable(() -> ask(Attempt.current()));
  }
}
