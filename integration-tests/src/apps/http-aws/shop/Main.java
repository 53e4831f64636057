package shop;

/** Asks for the stock, once, and prints it or what went wrong. */
public final class Main {
  public static void main(String[] args) {
    try {
      System.out.println("stock: " + new Stock(args[0]).of("apples"));
    } catch (Exception e) {
      System.out.println("failed: " + e);
    }
  }
}
