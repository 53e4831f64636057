package dev.mulligan.benchmarks.redact;

/** The texts to redact: one that applications log, and some that make a search start over. */
enum Text {
  STACK_TRACE(
      "stack trace",
      """
      java.io.IOException: HTTP 503 from https://api.acme.com/v1/orders?id=42
          at com.acme.shop.Warehouse.reserve(Warehouse.java:118)
          at com.acme.shop.Orders.place(Orders.java:54)
      """),
  TOKEN_STARTS("starts of tokens", "eyJ-"),
  LOGIN_STARTS("starts of logins", "://a:"),
  OPEN_QUOTES("open quotes", "password=\"\\\""),
  NAMES("names only", "password is a secret key ");

  private final String title;
  private final String part;

  Text(String title, String part) {
    this.title = title;
    this.part = part;
  }

  String ofLength(int characters) {
    return part.repeat(characters / part.length() + 1).substring(0, characters);
  }

  @Override
  public String toString() {
    return title;
  }
}
