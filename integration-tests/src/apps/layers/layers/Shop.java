package layers;

import java.io.IOException;
import java.net.http.HttpResponse;

/** Layers above the client, each with a rule. */
final class Shop {

  record Answer(int status) {}

  record View(int status) {}

  private final Client client;

  Shop(Client client) {
    this.client = client;
  }

  HttpResponse<String> page() {
    return service();
  }

  HttpResponse<String> service() {
    return client.get("apples");
  }

  View view() {
    return new View(answer().status());
  }

  Answer answer() {
    return new Answer(client.get("apples").statusCode());
  }

  String checkedTwice() throws IOException {
    return checked();
  }

  String checked() throws IOException {
    if (client.get("apples").statusCode() == 503) {
      throw Main.unavailable();
    }
    return "";
  }

  Object caught() {
    try {
      checkedWithoutLayers();
      return "";
    } catch (IOException e) {
      return null;
    }
  }

  void checkedWithoutLayers() throws IOException {
    if (client.get("apples", 1, "en").statusCode() == 503) {
      throw Main.unavailable();
    }
  }
}
