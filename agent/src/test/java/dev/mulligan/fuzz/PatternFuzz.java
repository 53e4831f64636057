package dev.mulligan.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.PatternException;

/** A method pattern is accepted or refused with a message, and an accepted one can be used. */
public final class PatternFuzz {

  private PatternFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws PatternException {
    String text = data.consumeRemainingAsString();
    MethodPattern pattern;
    try {
      pattern = MethodPattern.parse(text);
    } catch (PatternException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("no reason", e);
      }
      return;
    }
    boolean unused = pattern.namesType("com.acme.shop.Warehouse$Shelf");
    if (pattern.exactType().isPresent() && !pattern.packagePrefix().isEmpty()) {
      unused = pattern.namesType(pattern.exactType().get());
    }
    if (!MethodPattern.parse(pattern.toString()).toString().equals(pattern.toString())) {
      throw new AssertionError("not the same when read again: " + pattern);
    }
  }
}
