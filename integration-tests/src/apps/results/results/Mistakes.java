package results;

import java.util.concurrent.Callable;

/**
 * Calls the methods of which the rule file believes what is not so: good once, then failing once.
 */
public final class Mistakes {
  public static void main(String[] args) {
    Source source = new Source();
    tell(source, "number", source::number);
    tell(source, "flag", source::flag);
    tell(source, "reply", source::reply);
    tell(source, "optional", source::optional);
    tell(source, "boxed", source::boxed);
    tell(source, "longText", source::longText);
    tell(source, "century", () -> source.later(3_153_600_000L));
    tell(source, "malformed", () -> source.thrown("Thu, 99 Foo"));
  }

  private static void tell(Source source, String name, Callable<Object> method) {
    System.out.println(name + ": " + calls(source, method, 0) + " " + calls(source, method, 1));
  }

  private static int calls(Source source, Callable<Object> method, int failures) {
    source.fails(failures);
    try {
      method.call();
    } catch (Exception e) {
      // Told by the number of calls.
    }
    return source.calls();
  }
}
