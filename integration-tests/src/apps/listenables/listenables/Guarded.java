package listenables;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

/** Methods whose rules have more than a retry. */
final class Guarded {

  private final SettableFuture<String> first = SettableFuture.create();
  private int attempts;

  ListenableFuture<String> lateOnce() {
    return ++attempts == 1
        ? first
        : Futures.immediateFuture("attempt " + attempts + ", first cancelled " + cancelled());
  }

  private boolean cancelled() {
    return first.isCancelled();
  }

  ListenableFuture<String> failing() {
    return Futures.immediateFailedFuture(new IOException("down"));
  }

  ListenableFuture<String> rate(String currency) {
    return Futures.immediateFailedFuture(new IOException("down"));
  }

  private ListenableFuture<String> lastRate(String currency) {
    return Futures.immediateFuture("last " + currency);
  }

  static Object oneAtATime() throws Exception {
    Guarded own = new Guarded();
    ListenableFuture<String> held = own.place();
    String refused = "";
    try {
      own.place().get();
    } catch (java.util.concurrent.ExecutionException e) {
      refused = e.getCause() instanceof RejectedExecutionException ? "refused" : "failed";
    }
    held.cancel(true);
    own.place();
    return refused + ", attempts " + own.attempts + ", cancelled " + own.cancelled();
  }

  ListenableFuture<String> place() {
    attempts++;
    return attempts == 1 ? first : SettableFuture.create();
  }
}
