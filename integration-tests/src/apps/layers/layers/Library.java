package layers;

import dev.mulligan.Mulligan;
import dev.mulligan.Retry;
import dev.mulligan.RetryBuilder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The product's library in the application. */
final class Library {

  private final Server server;
  private final Mulligan mulligan = Mulligan.builder().withoutEnvironment().build();

  private final Retry retry = builder("inner").build();
  private final Retry outer = builder("outer").build();
  private final Retry ofNumbers =
      builder("numbers").retryOnResult(Integer.class, status -> status == 503).build();

  Library(Server server) {
    this.server = server;
  }

  private RetryBuilder builder(String operation) {
    return Retry.extending("api-call", operation)
        .backoff(new dev.mulligan.retry.delay.Backoff.Fixed(Duration.ofMillis(1)))
        .silent()
        .with(mulligan);
  }

  HttpResponse<String> get() {
    return retry.call(server::get);
  }

  String failing() throws IOException {
    return retry.call(
        () -> {
          server.get();
          throw Main.unavailable();
        });
  }

  Object inLibrary() {
    return ofNumbers.call(() -> get().statusCode());
  }

  Object around(Client client) {
    return outer.call(() -> client.get("apples"));
  }

  Object aroundMapped(Client client) {
    return ofNumbers.call(() -> client.get("apples").statusCode());
  }

  Object aroundThrown() throws Exception {
    return outer.call(
        () -> {
          new Stages(server).failing();
          return "";
        });
  }
}
