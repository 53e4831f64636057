package hello;

import java.util.stream.Collectors;

/** Greets; with an argument, also prints the names of its threads. */
public final class Main {
  public static void main(String[] args) {
    System.out.println(new Greeting().of("world"));
    if (args.length > 0) {
      System.out.println(
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::getName)
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    System.out.println(Ending.text());
  }
}
