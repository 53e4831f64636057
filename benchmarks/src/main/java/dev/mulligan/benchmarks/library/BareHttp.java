package dev.mulligan.benchmarks.library;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A request with OkHttp alone, in its default configuration. */
public class BareHttp extends HttpPath {

  private final OkHttpClient client = new OkHttpClient();

  @Override
  Response get(String url) throws IOException {
    return client.newCall(new Request.Builder().url(url).build()).execute();
  }
}
