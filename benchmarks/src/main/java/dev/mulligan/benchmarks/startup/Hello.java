package dev.mulligan.benchmarks.startup;

/** The application that is started. Each argument makes its one method fail once. */
public final class Hello {

  static final String METHOD = "dev.mulligan.benchmarks.startup.Hello.greeting()";

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
