package dev.mulligan.benchmarks.library;

import dev.mulligan.Mulligan;
import dev.mulligan.Retry;
import dev.mulligan.client.ResilientHttpClient;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** A request with the library's client around the same OkHttp, with the strategy for API calls. */
public class ResilientHttp extends HttpPath {

  private final Mulligan mulligan = Mulligan.builder().withoutEnvironment().build();
  private final ResilientHttpClient client =
      ResilientHttpClient.builder(
              Retry.extending("api-call", "benchmark")
                  .fixed(Duration.ofMillis(1))
                  .silent()
                  .with(mulligan)
                  .build())
          .client(new OkHttpClient())
          .build();

  @Override
  Response get(String url) throws IOException {
    return client.get(url);
  }
}
