package dev.mulligan.benchmarks.library;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp alone with the call time-out that the library's client sets: OkHttp's own cost of it. */
public class LimitedHttp extends HttpPath {

  private final OkHttpClient client =
      new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(30)).build();

  @Override
  Response get(String url) throws IOException {
    return client.newCall(new Request.Builder().url(url).build()).execute();
  }
}
