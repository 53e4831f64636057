package dev.mulligan.retry.failure;

import dev.mulligan.log.Log;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.inspect.ExceptionText;
import org.jspecify.annotations.Nullable;

/** How a failed attempt ended: with an exception or a result. */
public sealed interface Outcome {

  /** Describes the outcome for people, on one or several lines; never throws. */
  String describe();

  /** Releases the result that the next attempt replaces. */
  void discard(Log log);

  /** Returns the exception or the result. */
  @Nullable Object subject();

  /** Closes a result that the caller does not receive. */
  static void close(@Nullable Object result, Log log) {
    if (result instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Throwable e) {
        log.debug("A result that is replaced could not be closed: " + ExceptionText.of(e));
      }
    }
  }

  record Thrown(Throwable thrown) implements Outcome {
    @Override
    public String describe() {
      return ExceptionText.of(thrown);
    }

    @Override
    public void discard(Log log) {}

    @Override
    public Object subject() {
      return thrown;
    }
  }

  record Returned(@Nullable Object result, ResultCondition fitting) implements Outcome {
    @Override
    public String describe() {
      return ResultText.of(result, fitting);
    }

    @Override
    public void discard(Log log) {
      Outcome.close(result, log);
    }

    @Override
    public @Nullable Object subject() {
      return result;
    }
  }
}
