package com.acme.shop;

/** The application of the start-up benchmark. Each argument makes its only method fail once. */
public final class Hello {

  /** The method pattern for a rule. */
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
