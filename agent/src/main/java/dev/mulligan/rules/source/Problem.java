package dev.mulligan.rules.source;

import dev.mulligan.text.Texts;
import java.util.Optional;

/**
 * A mistake, with everything that is needed to find and mend it. Holds no secret: URLs are masked
 * and placeholders are shown as they are written.
 *
 * @param file as the user named it
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1, in code points; 0 when the whole file is meant
 * @param lineText the line itself; empty when the whole file is meant
 * @param message what is wrong and what to write instead
 * @param suggestion the nearest name that is known
 */
public record Problem(
    Severity severity,
    String file,
    int line,
    int column,
    String lineText,
    String message,
    Optional<String> suggestion) {

  /**
   * Lines as a compiler prints them, without a line end at the end.
   *
   * <pre>
   * rules.yaml:12:5: unknown key 'max-attempt' in strategy 'card': did you mean 'max-attempts'?
   *      12 |     max-attempt: 10
   *         |     ^
   * </pre>
   */
  public String render() {
    StringBuilder text = new StringBuilder(Texts.clean(file)).append(": ");
    if (line > 0) {
      text.setLength(text.length() - 1);
      text.append(line).append(':').append(column).append(": ");
    }
    if (severity == Severity.WARNING) {
      text.append("warning: ");
    }
    text.append(Texts.clean(message));
    if (suggestion.isPresent()) {
      text.append(": did you mean '").append(suggestion.get()).append("'?");
    }
    if (line > 0) {
      Excerpt.append(text, line, column, lineText);
    }
    return text.toString();
  }

  /** The first line of {@link #render}. */
  @Override
  public String toString() {
    String rendered = render();
    int end = rendered.indexOf('\n');
    return end < 0 ? rendered : rendered.substring(0, end);
  }
}
