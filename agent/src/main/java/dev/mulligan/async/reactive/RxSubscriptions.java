package dev.mulligan.async.reactive;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Form;
import dev.mulligan.async.Library;
import dev.mulligan.async.LibraryFunction;
import dev.mulligan.async.LibraryParts;
import java.util.function.Consumer;

/** Wraps the subscriptions to a source of RxJava. */
final class RxSubscriptions extends LibraryParts {

  private static final int SOURCE_TYPE = 0;
  private static final int SUBSCRIBE = 1;
  private static final int WRAP = 2;

  RxSubscriptions(Object[] parts) {
    super(parts);
  }

  static Object[] find(Library library, RxKind kind) {
    String wrap = kind.form() == Form.FLOWABLE ? "fromPublisher" : "wrap";
    return new Object[] {
      library.type(kind.source()),
      library.need(kind.source(), "subscribe", kind.observer()),
      library.need(kind.type(), wrap, kind.source())
    };
  }

  /** See {@link Reactive#within}. */
  Object within(Object source, Consumer<Runnable> around) {
    Object wrapped =
        LibraryFunction.of(
            type(SOURCE_TYPE),
            observer -> {
              around.accept(() -> call(handle(SUBSCRIBE), source, observer));
              return null;
            });
    return call(handle(WRAP), wrapped);
  }
}
