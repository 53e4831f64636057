package dev.mulligan.async.reactive;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Library;
import dev.mulligan.async.LibraryParts;
import org.jspecify.annotations.Nullable;

/** The operations of RxJava's streams ({@code Observable}, {@code Flowable}) on elements. */
final class RxElements extends LibraryParts {

  private static final int ON_EACH = 0;
  private static final int PASSING = 1;
  private static final int IF_EMPTY = 2;
  private static final int JUST = 3;
  private static final int EMPTY = 4;

  RxElements(Object[] parts) {
    super(parts);
  }

  static Object[] find(Library library, RxKind kind) {
    return new Object[] {
      library.need(kind.type(), "doOnNext", RxFunctions.CONSUMER),
      library.need(kind.type(), "filter", RxFunctions.PREDICATE),
      library.need(kind.type(), "switchIfEmpty", kind.source()),
      library.need(kind.type(), "just", RxKind.OBJECT),
      library.need(kind.type(), "empty")
    };
  }

  Object of(@Nullable Object element) {
    return element == null ? call(handle(EMPTY)) : call(handle(JUST), element);
  }

  Object onEach(Object source, Object consumer) {
    return call(handle(ON_EACH), source, consumer);
  }

  Object filter(Object source, Object predicate) {
    return call(handle(PASSING), source, predicate);
  }

  Object ifEmpty(Object source, Object other) {
    return call(handle(IF_EMPTY), source, other);
  }
}
