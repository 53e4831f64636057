package dev.mulligan.benchmarks.library;

import java.io.IOException;
import java.util.UUID;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A request to a healthy server, which runs in another JVM on this machine. */
@State(Scope.Thread)
public abstract class HttpPath {

  /** The system property with the server's address. */
  static final String SERVER = "server";

  /** Whether the contender must recover from a failure. */
  static final String RETRIES = "retries";

  private final String server = System.getProperty(SERVER, "");

  @Benchmark
  public long call() throws IOException {
    try (Response response = get(server)) {
      return response.body().bytes().length;
    }
  }

  abstract Response get(String url) throws IOException;

  /** Runs after the measurement, so that the measured code has never seen a failure. */
  @TearDown
  public void makesAFailureGoodUnlessBare() throws IOException {
    try (Response response = get(server + "flaky/" + UUID.randomUUID())) {
      if (response.isSuccessful() != Boolean.getBoolean(RETRIES)) {
        throw new IllegalStateException("measured the wrong thing: HTTP " + response.code());
      }
    }
  }
}
