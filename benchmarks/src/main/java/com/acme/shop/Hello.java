package com.acme.shop;

/** The application that is started. Each argument makes its one method fail once. */
public final class Hello {

  /** As a rule names it. */
  public static final String METHOD = "com.acme.shop.Hello.greeting()";

  static int failures;

  private Hello() {}

  public static void main(String[] arguments) {
    failures = arguments.length;
    System.out.println(greeting());
  }

  private static String greeting() {
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("once");
    }
    return "hello";
  }
}
