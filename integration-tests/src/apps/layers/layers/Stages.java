package layers;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Two layers of futures. */
final class Stages {

  private final Server server;

  Stages(Server server) {
    this.server = server;
  }

  CompletableFuture<HttpResponse<String>> later() {
    return server.getLater();
  }

  CompletableFuture<HttpResponse<String>> page() {
    return later().thenApply(response -> response);
  }

  CompletableFuture<Integer> status() {
    return later().thenApply(HttpResponse::statusCode);
  }

  CompletableFuture<String> nothing() {
    return none().thenCompose(none -> CompletableFuture.completedFuture(none));
  }

  CompletableFuture<String> none() {
    return server.getLater().thenApply(response -> null);
  }

  CompletableFuture<HttpResponse<String>> elsewhere() {
    return later()
        .thenApplyAsync(
            response -> response, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
  }

  /** A call that returns at once, inside a method that returns a future. */
  CompletableFuture<Integer> body() {
    int status = now().statusCode();
    return CompletableFuture.supplyAsync(() -> status);
  }

  HttpResponse<String> now() {
    return server.get();
  }

  CompletableFuture<Integer> throwing() throws IOException {
    failing();
    return CompletableFuture.completedFuture(1);
  }

  void failing() throws IOException {
    server.get();
    throw Main.unavailable();
  }

  HttpResponse<String> joined() {
    return later().join();
  }

  /** Two calls, of which neither is inside the other: each makes its attempts. */
  CompletableFuture<String> inTurn() {
    return none().thenCompose(first -> none());
  }
}
