package results;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Calls each method often while all is well, then while it fails twice, then while it fails to the
 * end, and says what came of it. Ends with its standard input.
 */
public final class Main {
  private static final int OFTEN = 500;
  private static final Source SOURCE = new Source();

  public static void main(String[] args) throws IOException {
    methods().forEach(Main::tell);
    System.out.println("closed: " + SOURCE.closings());
    System.out.println("ready");
    while (System.in.read() >= 0) {
      methods().forEach(Main::tell);
    }
  }

  private static void tell(String name, Callable<Object> method) {
    String often = outcome(method, 0);
    for (int i = 1; i < OFTEN; i++) {
      if (!outcome(method, 0).equals(often)) {
        often = "not always " + often;
      }
    }
    System.out.println(
        name + ": " + often + " | " + outcome(method, 2) + " | " + outcome(method, OFTEN));
  }

  private static String outcome(Callable<Object> method, int failures) {
    SOURCE.fails(failures);
    String result;
    try {
      result = text(method.call());
    } catch (Exception e) {
      result = e.getClass().getSimpleName();
    }
    return result + " " + SOURCE.calls();
  }

  private static String text(Object result) {
    if (result instanceof Reply reply) {
      return String.valueOf(reply.statusCode());
    }
    if (result instanceof Letter letter) {
      return (letter.isBad() ? "bad" : "good") + (letter.closings() == 0 ? ", open" : ", closed");
    }
    return result instanceof String text && text.length() > 100 ? "long" : String.valueOf(result);
  }

  private static Map<String, Callable<Object>> methods() {
    Map<String, Callable<Object>> all = new LinkedHashMap<>();
    all.put("number", SOURCE::number);
    all.put("wide", SOURCE::wide);
    all.put("small", SOURCE::small);
    all.put("decimal", SOURCE::decimal);
    all.put("char", SOURCE::letterOfAlphabet);
    all.put("flag", SOURCE::flag);
    all.put("boxed", SOURCE::boxed);
    all.put("constant", SOURCE::constant);
    all.put("text", SOURCE::text);
    all.put("nothing", SOURCE::nothing);
    all.put("optional", SOURCE::optional);
    all.put("list", SOURCE::list);
    all.put("reply", SOURCE::reply);
    all.put("several", SOURCE::several);
    all.put("nested", SOURCE::nested);
    all.put("letter", SOURCE::letter);
    return all;
  }
}
