package dev.mulligan.async.reactive;

import dev.mulligan.async.Library;
import dev.mulligan.async.LibraryFunction;
import dev.mulligan.async.LibraryParts;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Implements RxJava's functional interfaces by functions of the agent. */
final class RxFunctions extends LibraryParts {

  private static final String PACKAGE = "io.reactivex.rxjava3.functions.";
  static final String FUNCTION = PACKAGE + "Function";
  static final String SUPPLIER = PACKAGE + "Supplier";
  static final String PREDICATE = PACKAGE + "Predicate";
  static final String CONSUMER = PACKAGE + "Consumer";
  static final String ACTION = PACKAGE + "Action";

  private static final int FUNCTION_TYPE = 0;
  private static final int SUPPLIER_TYPE = 1;
  private static final int PREDICATE_TYPE = 2;
  private static final int CONSUMER_TYPE = 3;
  private static final int ACTION_TYPE = 4;

  RxFunctions(Object[] parts) {
    super(parts);
  }

  static Object[] find(Library library) {
    return new Object[] {
      library.type(FUNCTION),
      library.type(SUPPLIER),
      library.type(PREDICATE),
      library.type(CONSUMER),
      library.type(ACTION)
    };
  }

  Object function(Function<@Nullable Object, @Nullable Object> function) {
    return LibraryFunction.of(type(FUNCTION_TYPE), function);
  }

  Object supplier(Supplier<Object> supplier) {
    return LibraryFunction.of(type(SUPPLIER_TYPE), none -> supplier.get());
  }

  Object predicate(Predicate<@Nullable Object> predicate) {
    return LibraryFunction.of(type(PREDICATE_TYPE), predicate::test);
  }

  Object consumer(Consumer<@Nullable Object> consumer) {
    return LibraryFunction.of(
        type(CONSUMER_TYPE),
        element -> {
          consumer.accept(element);
          return null;
        });
  }

  Object action(Runnable action) {
    return LibraryFunction.of(
        type(ACTION_TYPE),
        none -> {
          action.run();
          return null;
        });
  }
}
