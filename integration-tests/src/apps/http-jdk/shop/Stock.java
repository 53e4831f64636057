package shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

final class Stock {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;

  Stock(String server) {
    this.server = server;
  }

  String of(String item) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/stock/" + item))
            .timeout(Duration.ofSeconds(1))
            .build();
    return checked(client.send(request, BodyHandlers.ofString()));
  }

  private static String checked(HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return response.body();
  }
}
