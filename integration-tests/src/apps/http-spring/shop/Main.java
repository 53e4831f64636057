package shop;

/** Asks for the stock, once, through the client that is named, and prints it or what went wrong. */
public final class Main {
  public static void main(String[] args) {
    try {
      System.out.println("stock: " + stock(args[1], args[0]).of("apples"));
    } catch (Exception e) {
      System.out.println("failed: " + e);
    }
  }

  private static Stock stock(String client, String server) {
    return switch (client) {
      case "rest-client" -> new RestClientStock(server);
      case "rest-template" -> new RestTemplateStock(server);
      default -> new WebClientStock(server);
    };
  }
}
