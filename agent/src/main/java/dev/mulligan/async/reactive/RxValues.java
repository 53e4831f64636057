package dev.mulligan.async.reactive;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Form;
import dev.mulligan.async.Library;
import dev.mulligan.async.LibraryParts;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations of RxJava's sources of at most one value on that value. */
final class RxValues extends LibraryParts {

  private static final int FLAT_MAP = 0;
  private static final int JUST = 1;
  private static final int EMPTY = 2;
  private static final int IF_EMPTY = 3;

  /** Indexes for a {@code Completable}. */
  private static final int COMPLETE = 0;

  private static final int AND_THEN = 1;

  private final Form form;

  RxValues(Form form, Object[] parts) {
    super(parts);
    this.form = form;
  }

  static Object[] find(Library library, RxKind kind) {
    String type = kind.type();
    if (kind.form() == Form.COMPLETABLE) {
      return new Object[] {
        library.need(type, "complete"), library.need(type, "andThen", kind.source())
      };
    }
    Object flatMap = library.need(type, "flatMap", RxFunctions.FUNCTION);
    Object just = library.need(type, "just", RxKind.OBJECT);
    return kind.form() == Form.SINGLE
        ? new Object[] {flatMap, just}
        : new Object[] {
          flatMap,
          just,
          library.need(type, "empty"),
          library.need(type, "switchIfEmpty", kind.source())
        };
  }

  /** Returns a source of this value; a {@code Single} cannot emit null. */
  Object of(@Nullable Object value) {
    if (form == Form.COMPLETABLE) {
      return call(handle(COMPLETE));
    }
    return value == null ? call(handle(EMPTY)) : call(handle(JUST), value);
  }

  /**
   * @param ofValue maps a value to its replacement source
   * @param ofNone supplies the replacement of an empty source
   */
  Object replacing(Object source, Object ofValue, Supplier<Object> ofNone) {
    if (form == Form.COMPLETABLE) {
      return call(handle(AND_THEN), source, ofNone.get());
    }
    Object replaced = call(handle(FLAT_MAP), source, ofValue);
    return form == Form.MAYBE ? call(handle(IF_EMPTY), replaced, ofNone.get()) : replaced;
  }
}
