package shop;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

final class Stock {
  private final OkHttpClient client =
      new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(1)).build();
  private final String server;

  Stock(String server) {
    this.server = server;
  }

  String of(String item) throws IOException {
    Request request = new Request.Builder().url(server + "/stock/" + item).build();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("status " + response.code());
      }
      return response.body().string();
    }
  }
}
