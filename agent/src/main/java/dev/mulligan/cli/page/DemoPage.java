package dev.mulligan.cli.page;

import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.demo.Demonstration.Outcome;
import dev.mulligan.cli.demo.Event;
import java.util.Locale;

/** Prints the demonstration. */
public final class DemoPage {

  private static final String INDENT = " ".repeat(17);

  private final Console console;

  public DemoPage(Console console) {
    this.console = console;
  }

  public void begin() {
    console.heading("A shop calls a price service that often fails. The shop has no retry code.");
    console.blankLine();
    faint("  java -javaagent:mulligan-agent.jar=rules.yaml -cp shop com.example.shop.Checkout");
    console.blankLine();
    faint("  rules:");
    faint("    - name: prices");
    faint("      match: com.example.shop.PriceClient.fetch(String)   # private method");
    faint("      strategy: patient                                   # 4 attempts");
    console.blankLine();
  }

  public void show(Event event) {
    String[] lines = event.text().split("\n", -1);
    console.line(
        console.styled(
                Style.FAINT, String.format(Locale.ROOT, "%6.2f s  ", event.millis() / 1_000.0))
            + console.styled(style(event), String.format(Locale.ROOT, "%-9s", name(event.source())))
            + lines[0]);
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        faint("  " + INDENT + lines[i]);
      }
    }
  }

  public void end(Outcome outcome) {
    console.blankLine();
    if (outcome.succeeded()) {
      console.line(
          console.styled(Style.GOOD, "tea     ")
              + "failed twice, then succeeded: the shop noticed nothing.");
      console.line(
          console.styled(Style.BAD, "coffee  ")
              + "failed four times: the shop got the exception of the last attempt,");
      console.line("        and the webhook got a notification.");
      console.line("Without the agent both would have failed at the first 503.");
      console.blankLine();
      console.line("Next, for your own program:");
      faint("  java -jar mulligan-agent.jar init");
      faint("  java -jar mulligan-agent.jar check mulligan.yaml --classpath app.jar");
      return;
    }
    console.error(
        outcome.recovered()
            ? "No notification arrived."
            : "The agent did not retry; the lines above show why.");
  }

  private void faint(String line) {
    console.line(console.styled(Style.FAINT, line));
  }

  private static String name(Event.Source source) {
    return source.name().toLowerCase(Locale.ROOT);
  }

  private static Style style(Event event) {
    return switch (event.source()) {
      case SERVICE -> Style.NOTE;
      case AGENT -> Style.NAME;
      case SHOP -> Style.HEADING;
      case WEBHOOK -> Style.GOOD;
    };
  }
}
