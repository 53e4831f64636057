package dev.mulligan.async;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** What a reactive method returns in the place of what its body did: a call for each subscriber. */
final class Sources {

  private Sources() {}

  /**
   * For what the body returned.
   *
   * @param call what one subscriber of a source is subscribed to
   */
  static Object insteadOf(Reactive library, Object returned, UnaryOperator<Object> call) {
    return library.defer(() -> call.apply(returned));
  }

  /**
   * For what the body threw. The first subscriber gets the exception as a failure; whoever comes
   * after it calls the method.
   */
  static Object insteadOfThrown(
      Reactive library, Throwable thrown, Invocation invocation, UnaryOperator<Object> call) {
    AtomicBoolean told = new AtomicBoolean();
    Object source =
        library.defer(
            () ->
                told.getAndSet(true) ? calledAgain(library, invocation) : library.failing(thrown));
    return insteadOf(library, source, call);
  }

  private static Object calledAgain(Reactive library, Invocation invocation) {
    try {
      Object source = invocation.run();
      return source == null ? library.failing(new NullPointerException()) : source;
    } catch (Throwable thrown) {
      return library.failing(thrown);
    }
  }
}
