package surroundings;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.MDC;

/** What further attempts see of the thread that made the call. */
public final class Main {

  private static final ContextKey<String> KEY = ContextKey.named("order");

  public static void main(String[] args) throws Exception {
    MDC.put("order", "of the caller");
    String seen;
    try (Scope scope = Context.current().with(KEY, "of the caller").makeCurrent()) {
      seen = new Client().seen().get();
    }
    System.out.println("attempts: " + seen);
    System.out.println("left behind: " + CompletableFuture.supplyAsync(Client::see).get());
    System.out.println("caller: " + MDC.get("order"));
  }

  static class Client {
    private int count;
    private String all = "";

    CompletableFuture<String> seen() {
      all += see() + (Thread.currentThread().getName().equals("main") ? " on main; " : "; ");
      return ++count < 3
          ? CompletableFuture.failedFuture(new IOException("failure " + count))
          : CompletableFuture.completedFuture(all);
    }

    static String see() {
      return MDC.get("order") + ", " + Context.current().get(KEY);
    }
  }
}
