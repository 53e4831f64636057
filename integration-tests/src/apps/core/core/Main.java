package core;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;

/** Does what each line of its input says, and answers with one line. */
public final class Main {

  private Main() {}

  /**
   * @param args a jar and a class in it
   */
  public static void main(String[] args) throws Exception {
    System.out.println("ready");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line) {
        case "each" -> System.out.println(each(Path.of(args[0]), args[1]));
        case "work" -> System.out.println(Work.done());
        case "parse" -> System.out.println(outcome(() -> Integer.parseInt("x")));
        case "poll" -> System.out.println(outcome(() -> new PriorityQueue<String>().poll()));
        default -> System.out.println("unknown: " + line);
      }
    }
  }

  /** Uses all of the JDK that the agent uses on an application's thread. */
  private static String each(Path jar, String className) throws Exception {
    callEach();
    Thread thread = new Thread(Main::callEach);
    thread.start();
    thread.join();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      return loader.loadClass(className).getSimpleName();
    }
  }

  private static void callEach() {
    for (int i = 0; i < 2; i++) {
      for (boolean fails : new boolean[] {false, true}) {
        outcome(() -> Methods.plain(fails));
        outcome(() -> Methods.described(fails));
        outcome(() -> Methods.nothing(fails));
        outcome(() -> Methods.number(fails));
        outcome(() -> Methods.text(fails));
        outcome(() -> Methods.property(fails));
        outcome(() -> Methods.bounded(fails));
        outcome(() -> Methods.timed(fails));
        outcome(() -> Methods.broken(fails));
        outcome(() -> Methods.limited(fails));
        outcome(() -> Methods.crowded(fails));
        outcome(() -> Methods.replaced(fails));
        outcome(() -> Methods.future(fails).get());
        outcome(() -> Methods.guardedFuture(fails).get());
      }
    }
    outcome(Methods::slow);
  }

  private static String outcome(Callable<?> call) {
    try {
      return String.valueOf(call.call());
    } catch (Exception thrown) {
      return thrown.getClass().getSimpleName();
    }
  }
}
