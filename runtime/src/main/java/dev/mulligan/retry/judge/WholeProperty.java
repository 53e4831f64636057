package dev.mulligan.retry.judge;

import dev.mulligan.retry.condition.QuickCheck;
import dev.mulligan.retry.condition.WholeNumbers;
import dev.mulligan.retry.inspect.PropertyFunctions;
import java.lang.ref.WeakReference;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The check of a whole-number property of one class, usually a status, without boxing. */
final class WholeProperty implements QuickCheck {

  private final WeakReference<Class<?>> type;
  private final WeakReference<ToLongFunction<Object>> function;
  private final WholeNumbers suspects;
  private final long least;

  /**
   * @param function held weakly, see {@link PropertyFunctions}
   */
  WholeProperty(Class<?> type, ToLongFunction<Object> function, WholeNumbers suspects) {
    this.type = new WeakReference<>(type);
    this.function = new WeakReference<>(function);
    this.suspects = suspects;
    this.least = suspects.least();
  }

  boolean isOf(Class<?> other) {
    return type.refersTo(other);
  }

  @Override
  public boolean suspects(@Nullable Object value) {
    ToLongFunction<Object> read = function.get();
    if (read == null || value == null) {
      return true;
    }
    long number = read.applyAsLong(value);
    return number >= least && suspects.contains(number);
  }
}
