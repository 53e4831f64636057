package dev.mulligan.redact;

import dev.mulligan.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces secrets in a text by {@code ***}: the common shapes (see {@link CommonSecrets}), then
 * matches of the rule file's own patterns. Never throws, takes bounded time for any text and any
 * pattern, and is thread-safe.
 */
public final class Redactor implements UnaryOperator<String> {

  static final String MASK = "***";

  /** Longer texts are cut first, to bound the time. */
  private static final int LENGTH_LIMIT = 100_000;

  private final List<Pattern> own;

  /**
   * @param own the rule file's patterns; each complete match is replaced
   */
  public Redactor(List<Pattern> own) {
    this.own = List.copyOf(own);
  }

  @Override
  public String apply(String text) {
    return maskOwn(maskBuiltIn(Texts.cut(text, LENGTH_LIMIT)));
  }

  /**
   * Redacts the value of a named setting: masks all of it if the name marks a secret, otherwise
   * redacts it as any text.
   */
  public String applyToValue(String name, String value) {
    return SecretNames.isOne(name) ? MASK : apply(value);
  }

  private static String maskBuiltIn(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    String redacted = text;
    for (SecretShape shape : CommonSecrets.ALL) {
      if (shape.isLikelyIn(lowerCase)) {
        redacted = shape.mask(redacted);
      }
    }
    return redacted;
  }

  private String maskOwn(String text) {
    String redacted = text;
    for (int i = 0; i < own.size(); i++) {
      try {
        redacted = maskAll(own.get(i), redacted);
      } catch (StepCountingText.TooManySteps | StackOverflowError e) {
        // The secret's position is unknown, so the whole text is withheld.
        return "[withheld: redact pattern " + (i + 1) + " takes too long on this text]";
      }
    }
    return redacted;
  }

  private static String maskAll(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(new StepCountingText(text));
    StringBuilder masked = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        masked.append(text, from, matcher.start()).append(MASK);
        from = matcher.end();
      }
    }
    return from == 0 ? text : masked.append(text, from, text.length()).toString();
  }
}
