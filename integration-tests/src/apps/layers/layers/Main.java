package layers;

import java.io.IOException;

/** Calls a server that is unavailable through several layers; prints the requests of each call. */
public final class Main {

  private static Server server;

  private Main() {}

  interface Call {
    Object run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    try (Server unavailable = new Server()) {
      server = unavailable;
      Client client = new Client(server);
      Stages stages = new Stages(server);
      Library library = new Library(server);
      count("overloads", () -> client.get("apples"));
      count("overloads again", () -> client.get("pears"));
      count("layers", () -> new Shop(client).page());
      count("mapped", () -> new Shop(client).answer());
      count("mapped twice", () -> new Shop(client).view());
      count("thrown", () -> new Shop(client).checked());
      count("thrown twice", () -> new Shop(client).checkedTwice());
      count("caught", () -> new Shop(client).caught());
      count("default", () -> new Stock(server).all());
      count("null", () -> new Values(server).text("a"));
      count("int", () -> new Values(server).number("a"));
      count("boolean", () -> new Values(server).flag("a"));
      count("constant", () -> new Values(server).constant("a"));
      count("in turn", () -> new Values(server).inTurn());
      count("in turn in a layer", () -> new Values(server).inTurnInALayer());
      count("another failure", () -> new Values(server).anotherFailure());
      count("circuit breaker", () -> new Values(server).guarded());
      count("futures", () -> stages.page().join());
      count("futures, mapped", () -> stages.status().join());
      count("futures, null", () -> stages.nothing().join());
      count("futures, on another thread", () -> stages.elsewhere().join());
      count("future of a call", () -> stages.body().join());
      count("future of a call that throws", () -> stages.throwing().join());
      count("future that is waited for", stages::joined);
      count("futures, one after the other", () -> stages.inTurn().join());
      count("library in library", library::inLibrary);
      count("library in rule", () -> new InRule(library).page());
      count("library in rule, mapped", () -> new InRule(library).answer());
      count("library in rule, thrown", () -> new InRule(library).failing());
      count("library around rule", () -> library.around(client));
      count("library around rule, mapped", () -> library.aroundMapped(client));
      count("library around rule, thrown", library::aroundThrown);
      count("afterwards", () -> client.get("apples"));
    }
  }

  private static void count(String name, Call call) {
    Object outcome;
    server.requests();
    try {
      outcome = call.run();
    } catch (Exception e) {
      outcome = e.getClass().getSimpleName();
    }
    System.out.println(name + ": " + server.requests() + (outcome == null ? " null" : ""));
  }

  /** What a server's failure becomes in a layer. */
  static IOException unavailable() {
    return new IOException("unavailable");
  }
}
