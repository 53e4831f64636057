package dev.mulligan.http;

import dev.mulligan.thread.MulliganThread;
import dev.mulligan.thread.Termination;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.internal.concurrent.TaskRunner;
import okhttp3.internal.connection.ConnectionListener;

/**
 * Has OkHttp do its background work (closing idle connections) on threads of ours that end.
 *
 * <p>OkHttp's own {@code TaskRunner.INSTANCE} keeps a thread for a minute, which would hold the
 * product's class loader for so long after a detach, and which the agent would not recognise as
 * ours. The constructors used here are internal to OkHttp (Kotlin's {@code internal}), so look at
 * them when its version changes.
 */
final class OkHttpThreads implements AutoCloseable {

  private static final int IDLE_CONNECTIONS = 5;
  private static final long IDLE_SECONDS = 10;

  private final TaskRunner.RealBackend backend =
      new TaskRunner.RealBackend(task -> MulliganThread.named("connections", task));
  private final TaskRunner taskRunner = new TaskRunner(backend, TaskRunner.Companion.getLogger());
  private final ConnectionPool connections =
      new ConnectionPool(
          IDLE_CONNECTIONS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          taskRunner,
          ConnectionListener.Companion.getNONE());

  OkHttpThreads() {
    backend.getExecutor().setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
  }

  /** A client that starts no other thread: no HTTP/2 reader, no connecting in parallel. */
  OkHttpClient newClient() {
    return new OkHttpClient.Builder()
        .taskRunner$okhttp(taskRunner)
        .connectionPool(connections)
        .protocols(List.of(Protocol.HTTP_1_1))
        .fastFallback(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .build();
  }

  @Override
  public void close() {
    connections.evictAll();
    backend.getExecutor().shutdownNow();
    Termination.await(backend.getExecutor());
  }
}
