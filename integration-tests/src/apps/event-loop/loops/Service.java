package loops;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Fails twice, then works. */
final class Service {

  private final String kind;
  private int attempts;

  Service(String kind) {
    this.kind = kind;
  }

  String call() throws IOException {
    if (++attempts < 3) {
      throw new IOException("failure " + attempts);
    }
    return "attempt " + attempts;
  }

  String callWithoutDelay() throws IOException {
    if (++attempts < 3) {
      throw new IOException("failure " + attempts);
    }
    return "attempt " + attempts;
  }

  String on(Executor executor) throws Exception {
    return outcome(executor, this::call);
  }

  void atOnce(Executor executor) throws Exception {
    System.out.println(kind + ": " + outcome(executor, this::callWithoutDelay));
  }

  private interface Call {
    String run() throws IOException;
  }

  private static String outcome(Executor executor, Call call) throws Exception {
    CompletableFuture<String> outcome = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            outcome.complete(call.run());
          } catch (Throwable e) {
            outcome.complete(e.toString());
          }
        });
    return outcome.get(10, TimeUnit.SECONDS);
  }
}
