package dev.mulligan.weave.guarded;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.reactive.Sources;
import dev.mulligan.weave.method.WovenMethod;
import org.jspecify.annotations.Nullable;

/** The ended first call of a method that returns a reactive source. */
public final class EndedSource extends EndedAttempt {

  private final @Nullable Throwable thrown;

  /**
   * @param thrown null when the method's body returned
   */
  public EndedSource(WovenMethod woven, AsyncMethod method, @Nullable Throwable thrown) {
    super(woven, method);
    this.thrown = thrown;
  }

  @Override
  @Nullable Object instead(@Nullable Object returned, Invocation invocation) {
    if (thrown != null) {
      return Sources.replaceThrown(method(), thrown, invocation);
    }
    return returned == null ? null : Sources.replaceReturned(method(), returned, invocation);
  }
}
