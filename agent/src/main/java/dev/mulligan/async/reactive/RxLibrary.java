package dev.mulligan.async.reactive;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Form;
import dev.mulligan.async.Library;
import dev.mulligan.async.LibraryParts;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations of RxJava 3 for one kind of source. */
final class RxLibrary extends LibraryParts implements Reactive {

  private static final ClassValue<Object[][]> SINGLES = groups(Form.SINGLE);
  private static final ClassValue<Object[][]> MAYBES = groups(Form.MAYBE);
  private static final ClassValue<Object[][]> COMPLETABLES = groups(Form.COMPLETABLE);
  private static final ClassValue<Object[][]> OBSERVABLES = groups(Form.OBSERVABLE);
  private static final ClassValue<Object[][]> FLOWABLES = groups(Form.FLOWABLE);

  // The indexes of the groups, then of the parts of the first group.

  private static final int OWN = 0;
  private static final int FUNCTIONS = 1;
  private static final int SIGNALS = 2;
  private static final int SUBSCRIPTIONS = 3;
  private static final int CONTENT = 4;

  private static final int DEFER = 0;
  private static final int FAILING = 1;
  private static final int ON_CANCEL = 2;
  private static final int ON_TERMINATE = 3;
  private static final int RETRY_WHEN = 4;
  private static final int FROM_STAGE = 5;
  private static final int UNTIL = 6;

  private final Form form;
  private final Object[][] groups;

  private RxLibrary(Form form, Object[][] groups) {
    super(groups[OWN]);
    this.form = form;
    this.groups = groups;
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
          default -> throw new IllegalArgumentException("not a form of RxJava: " + form);
        });
  }

  private static ClassValue<Object[][]> groups(Form form) {
    return new ClassValue<>() {
      @Override
      protected Object[][] computeValue(Class<?> owner) {
        Library library = new Library(owner);
        RxKind kind = RxKind.of(form);
        return new Object[][] {
          find(library, kind),
          RxFunctions.find(library),
          RxSignals.find(library, kind),
          RxSubscriptions.find(library, kind),
          isStream(form) ? RxElements.find(library, kind) : RxValues.find(library, kind)
        };
      }
    };
  }

  private static Object[] find(Library library, RxKind kind) {
    String type = kind.type();
    String onCancel = kind.form() == Form.FLOWABLE ? "doOnCancel" : "doOnDispose";
    // A Single is never empty: the time-out signal provides its value.
    String until = kind.form() == Form.SINGLE ? "ambWith" : "takeUntil";
    return new Object[] {
      library.need(type, "defer", RxFunctions.SUPPLIER),
      library.need(type, "error", RxKind.THROWABLE),
      library.need(type, onCancel, RxFunctions.ACTION),
      library.need(type, "doOnTerminate", RxFunctions.ACTION),
      library.need(type, "retryWhen", RxFunctions.FUNCTION),
      library.need(type, "fromCompletionStage", RxKind.STAGE),
      library.need(type, until, kind.source())
    };
  }

  private RxFunctions functions() {
    return new RxFunctions(groups[FUNCTIONS]);
  }

  private RxSignals signals() {
    return new RxSignals(groups[SIGNALS]);
  }

  /** For streams only. */
  private RxElements elements() {
    return new RxElements(groups[CONTENT]);
  }

  /** For all other kinds. */
  private RxValues values() {
    return new RxValues(form, groups[CONTENT]);
  }

  @Override
  public Object defer(Supplier<Object> source) {
    return call(handle(DEFER), functions().supplier(source));
  }

  @Override
  public Object retryWhen(Object source, Function<Throwable, Object> afterFailure) {
    RxFunctions functions = functions();
    Object ofFailure = functions.function(failure -> afterFailure.apply((Throwable) failure));
    Object ofFailures = functions.function(failures -> signals().each(failures, ofFailure));
    return call(handle(RETRY_WHEN), source, ofFailures);
  }

  @Override
  public Object of(@Nullable Object value) {
    if (value == null && form == Form.SINGLE) {
      return failing(new NullPointerException("a Single cannot emit null"));
    }
    return isStream() ? elements().of(value) : values().of(value);
  }

  @Override
  public Object failing(Throwable failure) {
    return call(handle(FAILING), failure);
  }

  @Override
  public Object signal(CompletableFuture<Object> future) {
    return signals().signal(future);
  }

  @Override
  public Object failingSignal(Throwable failure) {
    return signals().failing(failure);
  }

  @Override
  public Object onCancel(Object source, Runnable action) {
    return call(handle(ON_CANCEL), source, functions().action(action));
  }

  @Override
  public Object within(Object source, Consumer<Runnable> around) {
    return new RxSubscriptions(groups[SUBSCRIPTIONS]).within(source, around);
  }

  @Override
  public Object onTerminate(Object source, Runnable action) {
    return call(handle(ON_TERMINATE), source, functions().action(action));
  }

  @Override
  public boolean isStream() {
    return isStream(form);
  }

  private static boolean isStream(Form form) {
    return form == Form.OBSERVABLE || form == Form.FLOWABLE;
  }

  @Override
  public Object onEach(Object source, Consumer<Object> action) {
    return elements().onEach(source, functions().consumer(action));
  }

  @Override
  public Object filter(Object source, Predicate<Object> passes) {
    return elements().filter(source, functions().predicate(passes));
  }

  @Override
  public Object ifEmpty(Object source, Supplier<Object> other) {
    return elements().ifEmpty(source, defer(other));
  }

  @Override
  public Object until(Object source, CompletableFuture<Object> timeUp) {
    Object time = call(handle(FROM_STAGE), timeUp);
    return form == Form.SINGLE
        ? call(handle(UNTIL), time, source)
        : call(handle(UNTIL), source, time);
  }

  @Override
  public Object rejecting(Object source, Function<Object, Throwable> ofValue) {
    Function<Object, Object> judge =
        value -> {
          Throwable rejection = ofValue.apply(value);
          return rejection == null ? of(value) : failing(rejection);
        };
    Supplier<Object> ofNone = () -> defer(() -> judge.apply(null));
    return values().replacing(source, functions().function(judge), ofNone);
  }

  @Override
  public void schedule(Runnable task) {
    signals().schedule(task);
  }
}
