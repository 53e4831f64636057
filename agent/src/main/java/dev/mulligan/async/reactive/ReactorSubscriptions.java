package dev.mulligan.async.reactive;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Library;
import dev.mulligan.async.LibraryFunction;
import dev.mulligan.async.LibraryParts;
import java.util.function.Consumer;

/** The operations of Reactor that are needed only when the application can query its attempts. */
final class ReactorSubscriptions extends LibraryParts {

  private static final String PACKAGE = "reactor.core.publisher.";
  private static final String PUBLISHER = "org.reactivestreams.Publisher";
  private static final String CONTEXT = "reactor.util.context.Context";
  private static final String VIEW = "reactor.util.context.ContextView";

  private static final ClassValue<Object[]> MONOS = parts("Mono", "fromDirect");
  private static final ClassValue<Object[]> FLUXES = parts("Flux", "from");

  private static final int PUBLISHER_TYPE = 0;
  private static final int SUBSCRIBE = 1;
  private static final int WRAP = 2;
  private static final int CONTEXT_OF = 3;
  private static final int CONTEXT_WRITE = 4;

  private ReactorSubscriptions(Object[] parts) {
    super(parts);
  }

  /**
   * @throws IllegalStateException where the library lacks a needed method
   */
  static ReactorSubscriptions of(Class<?> owner, boolean stream) {
    return new ReactorSubscriptions(stream ? FLUXES.get(owner) : MONOS.get(owner));
  }

  private static ClassValue<Object[]> parts(String name, String wrap) {
    return new ClassValue<>() {
      @Override
      protected Object[] computeValue(Class<?> owner) {
        Library library = new Library(owner);
        return new Object[] {
          library.type(PUBLISHER),
          library.need(PUBLISHER, "subscribe", "org.reactivestreams.Subscriber"),
          library.need(PACKAGE + name, wrap, PUBLISHER),
          library.need(CONTEXT, "of", "java.lang.Object", "java.lang.Object"),
          library.need(PACKAGE + name, "contextWrite", VIEW)
        };
      }
    };
  }

  /** See {@link Reactive#within}. */
  Object within(Object source, Consumer<Runnable> around) {
    Object publisher =
        LibraryFunction.of(
            type(PUBLISHER_TYPE),
            subscriber -> {
              around.accept(() -> call(handle(SUBSCRIBE), source, subscriber));
              return null;
            });
    return call(handle(WRAP), publisher);
  }

  /** See {@link Reactive#withContext}. */
  Object withContext(Object source, Object key, Object value) {
    return call(handle(CONTEXT_WRITE), source, call(handle(CONTEXT_OF), key, value));
  }
}
