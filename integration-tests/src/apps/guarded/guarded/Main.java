package guarded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.TreeMap;

/** Answers each line, the name of a scenario, with its result or what it threw. */
public final class Main {

  private static final Map<String, Scenario> SCENARIOS = new TreeMap<>();

  static {
    SCENARIOS.putAll(Fallbacks.scenarios());
    SCENARIOS.putAll(Slow.scenarios());
    SCENARIOS.putAll(Payments.scenarios());
    SCENARIOS.putAll(Quotas.scenarios());
    SCENARIOS.putAll(Futures.scenarios());
  }

  private Main() {}

  public static void main(String[] args) throws IOException {
    System.out.println("ready");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(line));
    }
  }

  private static String answer(String name) {
    Scenario scenario = SCENARIOS.get(name);
    if (scenario == null) {
      return "no scenario " + name;
    }
    try {
      return String.valueOf(scenario.run()).replace('\n', ' ');
    } catch (Throwable thrown) {
      return String.valueOf(thrown).replace('\n', ' ');
    }
  }
}
