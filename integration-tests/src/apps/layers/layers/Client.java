package layers;

import java.net.http.HttpResponse;

/** Overloads that call each other, all of one rule. */
final class Client {

  private final Server server;

  Client(Server server) {
    this.server = server;
  }

  HttpResponse<String> get(String item) {
    return get(item, 1);
  }

  HttpResponse<String> get(String item, int count) {
    return get(item, count, "en");
  }

  HttpResponse<String> get(String item, int count, String language) {
    return server.get();
  }
}
