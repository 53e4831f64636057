package dev.mulligan.async.reactive;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Library;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations of Reactor, whose functional types are the JDK's. */
final class ReactorLibrary implements Reactive {

  private static final String MONO = "reactor.core.publisher.Mono";
  private static final String FLUX = "reactor.core.publisher.Flux";
  private static final String RETRY = "reactor.util.retry.Retry";
  private static final String PUBLISHER = "org.reactivestreams.Publisher";
  private static final String SCHEDULER = "reactor.core.scheduler.Scheduler";
  private static final String FUNCTION = Function.class.getName();
  private static final String RUNNABLE = Runnable.class.getName();
  private static final String SUPPLIER = Supplier.class.getName();

  private static final ClassValue<MethodHandle[]> MONOS = handles(MONO);
  private static final ClassValue<MethodHandle[]> FLUXES = handles(FLUX);

  private static final int DEFER = 0;
  private static final int FAILING = 1;
  private static final int ON_CANCEL = 2;
  private static final int ON_TERMINATE = 3;
  private static final int RETRY_WHEN = 4;
  private static final int RETRY_FROM = 5;
  private static final int FAILURE_OF = 6;
  private static final int CONCAT_MAP = 7;
  private static final int FROM_FUTURE = 8;
  private static final int FAILING_MONO = 9;
  private static final int PARALLEL = 10;
  private static final int SCHEDULE = 11;
  private static final int UNTIL = 12;
  private static final int SWITCH_IF_EMPTY = 13;
  private static final int JUST_OR_EMPTY = 14;
  private static final int FLAT_MAP = 15;
  private static final int ON_EACH = 15;
  private static final int PASSING = 16;
  private static final int OF_MONO = 17;

  private final Class<?> owner;
  private final MethodHandle[] handles;
  private final boolean stream;

  private ReactorLibrary(Class<?> owner, MethodHandle[] handles, boolean stream) {
    this.owner = owner;
    this.handles = handles;
    this.stream = stream;
  }

  static ReactorLibrary ofMono(Class<?> owner) {
    return new ReactorLibrary(owner, MONOS.get(owner), false);
  }

  static ReactorLibrary ofFlux(Class<?> owner) {
    return new ReactorLibrary(owner, FLUXES.get(owner), true);
  }

  /** Holds no agent object: an application class would keep it alive after a detach. */
  private static ClassValue<MethodHandle[]> handles(String type) {
    return new ClassValue<>() {
      @Override
      protected MethodHandle[] computeValue(Class<?> owner) {
        Library library = new Library(owner);
        MethodHandle[] common = {
          library.need(type, "defer", SUPPLIER),
          library.need(type, "error", Throwable.class.getName()),
          library.need(type, "doOnCancel", RUNNABLE),
          library.need(type, "doOnTerminate", RUNNABLE),
          library.need(type, "retryWhen", RETRY),
          library.need(RETRY, "from", FUNCTION),
          library.need(RETRY + "$RetrySignal", "failure"),
          library.need(FLUX, "concatMap", FUNCTION),
          library.need(MONO, "fromFuture", CompletableFuture.class.getName()),
          library.need(MONO, "error", Throwable.class.getName()),
          library.need("reactor.core.scheduler.Schedulers", "parallel"),
          library.need(SCHEDULER, "schedule", RUNNABLE),
          library.need(type, "takeUntilOther", PUBLISHER),
          library.need(type, "switchIfEmpty", type.equals(MONO) ? MONO : PUBLISHER),
          library.need(MONO, "justOrEmpty", "java.lang.Object")
        };
        return type.equals(MONO) ? withMono(common, library) : withFlux(common, library);
      }
    };
  }

  private static MethodHandle[] withMono(MethodHandle[] common, Library library) {
    MethodHandle[] all = Arrays.copyOf(common, FLAT_MAP + 1);
    all[FLAT_MAP] = library.need(MONO, "flatMap", FUNCTION);
    return all;
  }

  private static MethodHandle[] withFlux(MethodHandle[] common, Library library) {
    MethodHandle[] all = Arrays.copyOf(common, OF_MONO + 1);
    all[ON_EACH] = library.need(FLUX, "doOnNext", Consumer.class.getName());
    all[PASSING] = library.need(FLUX, "filter", Predicate.class.getName());
    all[OF_MONO] = library.need(FLUX, "from", PUBLISHER);
    return all;
  }

  @Override
  public Object defer(Supplier<Object> source) {
    return call(handles[DEFER], source);
  }

  @Override
  public Object retryWhen(Object source, Function<Throwable, Object> afterFailure) {
    Function<Object, Object> ofSignal =
        signal -> afterFailure.apply((Throwable) call(handles[FAILURE_OF], signal));
    Function<Object, Object> ofSignals = signals -> call(handles[CONCAT_MAP], signals, ofSignal);
    return call(handles[RETRY_WHEN], source, call(handles[RETRY_FROM], ofSignals));
  }

  @Override
  public Object of(@Nullable Object value) {
    Object mono = call(handles[JUST_OR_EMPTY], value);
    return stream ? call(handles[OF_MONO], mono) : mono;
  }

  @Override
  public Object failing(Throwable failure) {
    return call(handles[FAILING], failure);
  }

  @Override
  public Object signal(CompletableFuture<Object> future) {
    return call(handles[FROM_FUTURE], future);
  }

  @Override
  public Object failingSignal(Throwable failure) {
    return call(handles[FAILING_MONO], failure);
  }

  @Override
  public Object onCancel(Object source, Runnable action) {
    return call(handles[ON_CANCEL], source, action);
  }

  @Override
  public Object within(Object source, Consumer<Runnable> around) {
    return ReactorSubscriptions.of(owner, stream).within(source, around);
  }

  @Override
  public Object withContext(Object source, Object key, Object value) {
    return ReactorSubscriptions.of(owner, stream).withContext(source, key, value);
  }

  @Override
  public Object onTerminate(Object source, Runnable action) {
    return call(handles[ON_TERMINATE], source, action);
  }

  @Override
  public boolean isStream() {
    return stream;
  }

  @Override
  public Object onEach(Object source, Consumer<Object> action) {
    return call(handles[ON_EACH], source, action);
  }

  @Override
  public Object filter(Object source, Predicate<Object> passes) {
    return call(handles[PASSING], source, passes);
  }

  @Override
  public Object ifEmpty(Object source, Supplier<Object> other) {
    return call(handles[SWITCH_IF_EMPTY], source, defer(other));
  }

  @Override
  public Object until(Object source, CompletableFuture<Object> timeUp) {
    return call(handles[UNTIL], source, signal(timeUp));
  }

  @Override
  public Object rejecting(Object source, Function<Object, Throwable> ofValue) {
    Function<Object, Object> judge =
        value -> {
          Throwable rejection = ofValue.apply(value);
          return rejection == null ? call(handles[JUST_OR_EMPTY], value) : failing(rejection);
        };
    Supplier<Object> ofNone = () -> judge.apply(null);
    return ifEmpty(call(handles[FLAT_MAP], source, judge), ofNone);
  }

  @Override
  public void schedule(Runnable task) {
    call(handles[SCHEDULE], call(handles[PARALLEL]), task);
  }
}
