package dev.mulligan.benchmarks.library;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A request with OkHttp alone and the call time-out of the library's client: shows OkHttp's own
 * cost of the time-out.
 */
public class LimitedHttp extends HttpPath {

  private final OkHttpClient client =
      new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(30)).build();

  @Override
  Response get(String url) throws IOException {
    return client.newCall(new Request.Builder().url(url).build()).execute();
  }
}
