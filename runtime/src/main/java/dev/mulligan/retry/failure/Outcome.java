package dev.mulligan.retry.failure;

import dev.mulligan.log.Log;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.inspect.ExceptionText;
import org.jspecify.annotations.Nullable;

/** How an attempt that counts as failed ended. */
public sealed interface Outcome {

  /** For people, on one line or several; never throws. */
  String describe();

  /** Lets go of what the next attempt replaces. */
  void discard(Log log);

  /** The exception or the returned value. */
  @Nullable Object subject();

  /** Of a result that the caller does not get. */
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
