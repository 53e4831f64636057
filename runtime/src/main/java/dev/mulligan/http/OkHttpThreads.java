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
 * Runs OkHttp's background work (closing idle connections) on Mulligan's own threads, which end.
 *
 * <p>OkHttp's {@code TaskRunner.INSTANCE} keeps a thread for a minute. After a detach that thread
 * would keep Mulligan's class loader in memory, and the agent would not recognise it as its own.
 * The constructors used here are internal to OkHttp (Kotlin's {@code internal}); check them when
 * OkHttp's version changes.
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

  /** Returns a client that starts no other thread: no HTTP/2 reader, no parallel connects. */
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
