package dev.mulligan;

import dev.mulligan.retry.RetryCall;
import dev.mulligan.retry.failure.CallId;
import org.jspecify.annotations.Nullable;

/** Makes synchronous calls on the calling thread. */
public final class SyncCalls {

  private SyncCalls() {}

  /**
   * @param id the call's id if it is already known; otherwise the first failure creates one
   */
  public static <T extends @Nullable Object, X extends Exception> T make(
      Retry retry, Work<T, X> work, @Nullable CallId id) throws X {
    long start = retry.engine().now();
    RetryCall call = null;
    while (true) {
      T result;
      try {
        result = work.call();
      } catch (Throwable thrown) {
        call = call == null ? retry.beginCall(id, start) : call;
        if (call.failed(thrown)) {
          continue;
        }
        throw Rethrow.<RuntimeException>asIs(thrown);
      }
      if (call == null && !retry.isFailure(result)) {
        retry.succeededAtOnce();
        return result;
      }
      call = call == null ? retry.beginCall(id, start) : call;
      if (!call.returned(result)) {
        return result;
      }
    }
  }
}
