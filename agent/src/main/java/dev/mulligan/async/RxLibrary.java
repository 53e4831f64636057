package dev.mulligan.async;

import static dev.mulligan.async.Library.call;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * RxJava 3. What follows a failure is told by a {@code Flowable}, with an {@code Observable} by one
 * of its own kind.
 */
final class RxLibrary implements Reactive {

  private static final String CORE = "io.reactivex.rxjava3.core.";
  private static final String FUNCTION = "io.reactivex.rxjava3.functions.Function";
  private static final String SUPPLIER = "io.reactivex.rxjava3.functions.Supplier";
  private static final String PREDICATE = "io.reactivex.rxjava3.functions.Predicate";
  private static final String CONSUMER = "io.reactivex.rxjava3.functions.Consumer";
  private static final String ACTION = "io.reactivex.rxjava3.functions.Action";
  private static final String PUBLISHER = "org.reactivestreams.Publisher";
  private static final String THROWABLE = Throwable.class.getName();

  private static final ClassValue<Object[]> SINGLES = parts("Single");
  private static final ClassValue<Object[]> MAYBES = parts("Maybe");
  private static final ClassValue<Object[]> COMPLETABLES = parts("Completable");
  private static final ClassValue<Object[]> OBSERVABLES = parts("Observable");
  private static final ClassValue<Object[]> FLOWABLES = parts("Flowable");

  private static final int DEFER = 0;
  private static final int FAILING = 1;
  private static final int ON_CANCEL = 2;
  private static final int ON_TERMINATE = 3;
  private static final int RETRY_WHEN = 4;
  private static final int CONCAT_MAP = 5;
  private static final int FROM_STAGE = 6;
  private static final int FAILING_SIGNAL = 7;
  private static final int COMPUTATION = 8;
  private static final int SCHEDULE = 9;
  private static final int FUNCTION_TYPE = 10;
  private static final int SUPPLIER_TYPE = 11;
  private static final int CONSUMER_TYPE = 12;
  private static final int ACTION_TYPE = 13;
  private static final int ON_EACH = 14;
  private static final int FLAT_MAP = 15;
  private static final int ON_ERROR_RESUME = 16;
  private static final int JUST = 17;
  private static final int EMPTY = 18;
  private static final int SWITCH_IF_EMPTY = 19;
  private static final int UNTIL = 20;
  private static final int TIME = 21;
  private static final int PASSING = 22;
  private static final int PREDICATE_TYPE = 23;
  private static final int AND_THEN = 24;
  private static final int SOURCE_TYPE = 25;
  private static final int SUBSCRIBE = 26;
  private static final int WRAP = 27;
  private static final int COUNT = 28;

  private final Form form;
  private final Object[] parts;

  private RxLibrary(Form form, Object[] parts) {
    this.form = form;
    this.parts = parts;
  }

  static RxLibrary of(Form form, Class<?> owner) {
    return new RxLibrary(
        form,
        switch (form) {
          case SINGLE -> SINGLES.get(owner);
          case MAYBE -> MAYBES.get(owner);
          case COMPLETABLE -> COMPLETABLES.get(owner);
          case OBSERVABLE -> OBSERVABLES.get(owner);
          case FLOWABLE -> FLOWABLES.get(owner);
          default -> throw new IllegalArgumentException("not of RxJava: " + form);
        });
  }

  /** Holds no object of ours: a class of the application would keep it after a detach. */
  private static ClassValue<Object[]> parts(String name) {
    return new ClassValue<>() {
      @Override
      protected Object[] computeValue(Class<?> owner) {
        Object[] parts = new Object[COUNT];
        Library library = new Library(owner);
        addRetrying(parts, library, name);
        addSignals(parts, library, name.equals("Observable") ? "Observable" : "Flowable");
        addTime(parts, library, name);
        addSubscribing(parts, library, name);
        switch (name) {
          case "Observable" -> addElements(parts, library, name, CORE + "ObservableSource");
          case "Flowable" -> addElements(parts, library, name, PUBLISHER);
          case "Completable" -> addCompletion(parts, library);
          default -> addJudging(parts, library, name);
        }
        return parts;
      }
    };
  }

  private static void addRetrying(Object[] parts, Library library, String name) {
    String onCancel = name.equals("Flowable") ? "doOnCancel" : "doOnDispose";
    parts[DEFER] = library.need(CORE + name, "defer", SUPPLIER);
    parts[FAILING] = library.need(CORE + name, "error", THROWABLE);
    parts[ON_CANCEL] = library.need(CORE + name, onCancel, ACTION);
    parts[ON_TERMINATE] = library.need(CORE + name, "doOnTerminate", ACTION);
    parts[RETRY_WHEN] = library.need(CORE + name, "retryWhen", FUNCTION);
    parts[FUNCTION_TYPE] = library.type(FUNCTION);
    parts[SUPPLIER_TYPE] = library.type(SUPPLIER);
    parts[CONSUMER_TYPE] = library.type(CONSUMER);
    parts[ACTION_TYPE] = library.type(ACTION);
  }

  private static void addSignals(Object[] parts, Library library, String name) {
    parts[CONCAT_MAP] = library.need(CORE + name, "concatMap", FUNCTION);
    parts[FROM_STAGE] =
        library.need(CORE + name, "fromCompletionStage", "java.util.concurrent.CompletionStage");
    parts[FAILING_SIGNAL] = library.need(CORE + name, "error", THROWABLE);
    parts[COMPUTATION] = library.need("io.reactivex.rxjava3.schedulers.Schedulers", "computation");
    parts[SCHEDULE] = library.need(CORE + "Scheduler", "scheduleDirect", Runnable.class.getName());
  }

  /** A single is never empty: the time takes its place. */
  private static void addTime(Object[] parts, Library library, String name) {
    parts[TIME] =
        library.need(CORE + name, "fromCompletionStage", "java.util.concurrent.CompletionStage");
    parts[UNTIL] =
        switch (name) {
          case "Single" -> library.need(CORE + name, "ambWith", CORE + "SingleSource");
          case "Flowable" -> library.need(CORE + name, "takeUntil", PUBLISHER);
          default -> library.need(CORE + name, "takeUntil", CORE + name + "Source");
        };
  }

  private static void addSubscribing(Object[] parts, Library library, String name) {
    boolean ofStreams = name.equals("Flowable");
    String source = ofStreams ? PUBLISHER : CORE + name + "Source";
    String observer = ofStreams ? "org.reactivestreams.Subscriber" : CORE + name + "Observer";
    if (name.equals("Observable")) {
      observer = CORE + "Observer";
    }
    parts[SOURCE_TYPE] = library.type(source);
    parts[SUBSCRIBE] = library.need(source, "subscribe", observer);
    parts[WRAP] = library.need(CORE + name, ofStreams ? "fromPublisher" : "wrap", source);
  }

  private static void addElements(Object[] parts, Library library, String name, String source) {
    parts[ON_EACH] = library.need(CORE + name, "doOnNext", CONSUMER);
    parts[PASSING] = library.need(CORE + name, "filter", PREDICATE);
    parts[PREDICATE_TYPE] = library.type(PREDICATE);
    parts[SWITCH_IF_EMPTY] = library.need(CORE + name, "switchIfEmpty", source);
    parts[JUST] = library.need(CORE + name, "just", "java.lang.Object");
    parts[EMPTY] = library.need(CORE + name, "empty");
  }

  private static void addCompletion(Object[] parts, Library library) {
    parts[AND_THEN] = library.need(CORE + "Completable", "andThen", CORE + "CompletableSource");
    parts[EMPTY] = library.need(CORE + "Completable", "complete");
  }

  private static void addJudging(Object[] parts, Library library, String name) {
    parts[FLAT_MAP] = library.need(CORE + name, "flatMap", FUNCTION);
    parts[ON_ERROR_RESUME] = library.need(CORE + name, "onErrorResumeNext", FUNCTION);
    parts[JUST] = library.need(CORE + name, "just", "java.lang.Object");
    if (name.equals("Maybe")) {
      parts[EMPTY] = library.need(CORE + name, "empty");
      parts[SWITCH_IF_EMPTY] = library.need(CORE + name, "switchIfEmpty", CORE + "MaybeSource");
    }
  }

  @Override
  public Object defer(Supplier<Object> source) {
    return call(handle(DEFER), LibraryFunction.of(parts[SUPPLIER_TYPE], none -> source.get()));
  }

  @Override
  public Object retryWhen(Object source, Function<Throwable, Object> afterFailure) {
    Object ofFailure = function(failure -> afterFailure.apply((Throwable) failure));
    Object ofFailures = function(failures -> call(handle(CONCAT_MAP), failures, ofFailure));
    return call(handle(RETRY_WHEN), source, ofFailures);
  }

  @Override
  public Object of(@Nullable Object value) {
    if (value != null && form != Form.COMPLETABLE) {
      return call(handle(JUST), value);
    }
    return form == Form.SINGLE
        ? failing(new NullPointerException("a Single comes to no null"))
        : call(handle(EMPTY));
  }

  @Override
  public Object failing(Throwable failure) {
    return call(handle(FAILING), failure);
  }

  @Override
  public Object signal(CompletableFuture<Object> future) {
    return call(handle(FROM_STAGE), future);
  }

  @Override
  public Object failingSignal(Throwable failure) {
    return call(handle(FAILING_SIGNAL), failure);
  }

  @Override
  public Object onCancel(Object source, Runnable action) {
    return call(handle(ON_CANCEL), source, action(action));
  }

  @Override
  public Object within(Object source, Consumer<Runnable> around) {
    Object wrapped =
        LibraryFunction.of(
            parts[SOURCE_TYPE],
            observer -> {
              around.accept(() -> call(handle(SUBSCRIBE), source, observer));
              return null;
            });
    return call(handle(WRAP), wrapped);
  }

  @Override
  public Object onTerminate(Object source, Runnable action) {
    return call(handle(ON_TERMINATE), source, action(action));
  }

  @Override
  public boolean isStream() {
    return form == Form.OBSERVABLE || form == Form.FLOWABLE;
  }

  @Override
  public boolean hasValue() {
    return form.hasValue();
  }

  @Override
  public Object onEach(Object source, Consumer<Object> action) {
    Object consumer =
        LibraryFunction.of(
            parts[CONSUMER_TYPE],
            element -> {
              action.accept(element);
              return null;
            });
    return call(handle(ON_EACH), source, consumer);
  }

  @Override
  public Object passing(Object source, Predicate<Object> passes) {
    return call(handle(PASSING), source, LibraryFunction.of(parts[PREDICATE_TYPE], passes::test));
  }

  @Override
  public Object ifEmpty(Object source, Supplier<Object> other) {
    return call(handle(SWITCH_IF_EMPTY), source, defer(other));
  }

  @Override
  public Object until(Object source, CompletableFuture<Object> timeUp) {
    Object time = call(handle(TIME), timeUp);
    return form == Form.SINGLE
        ? call(handle(UNTIL), time, source)
        : call(handle(UNTIL), source, time);
  }

  @Override
  public Object judging(Object source, Function<Object, Throwable> ofValue) {
    Function<Object, Object> judge =
        value -> {
          Throwable rejection = ofValue.apply(value);
          return rejection == null ? of(value) : failing(rejection);
        };
    if (form == Form.COMPLETABLE) {
      return call(handle(AND_THEN), source, defer(() -> judge.apply(null)));
    }
    Object judged = call(handle(FLAT_MAP), source, function(judge));
    return form == Form.MAYBE ? ifEmpty(judged, () -> judge.apply(null)) : judged;
  }

  @Override
  public Object accepting(Object source) {
    Object accept =
        function(
            failure ->
                failure instanceof RejectedResult rejected
                    ? of(rejected.value())
                    : failing((Throwable) failure));
    return call(handle(ON_ERROR_RESUME), source, accept);
  }

  @Override
  public void schedule(Runnable task) {
    call(handle(SCHEDULE), call(handle(COMPUTATION)), task);
  }

  private Object function(Function<Object, Object> function) {
    return LibraryFunction.of(parts[FUNCTION_TYPE], function);
  }

  private Object action(Runnable action) {
    return LibraryFunction.of(
        parts[ACTION_TYPE],
        none -> {
          action.run();
          return null;
        });
  }

  private MethodHandle handle(int part) {
    return (MethodHandle) parts[part];
  }
}
