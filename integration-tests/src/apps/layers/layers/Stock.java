package layers;

import java.net.http.HttpResponse;

final class Stock implements Reader {

  private final Server server;

  Stock(Server server) {
    this.server = server;
  }

  @Override
  public Server server() {
    return server;
  }
}

/** A default method that calls a private one. */
interface Reader {

  Server server();

  default HttpResponse<String> all() {
    return one();
  }

  private HttpResponse<String> one() {
    return server().get();
  }
}
