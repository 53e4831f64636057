package dev.mulligan.rules.source;

import dev.mulligan.text.Texts;
import java.util.Optional;

/**
 * A mistake or warning in a rule file, with its place and a remedy. It contains no secret: URLs are
 * masked, and placeholders are shown as written.
 *
 * @param file as the user named it
 * @param line from 1; 0 for the whole file
 * @param column from 1, in code points; 0 for the whole file
 * @param lineText the text of the line; empty for the whole file
 * @param message what is wrong and what to write instead
 * @param suggestion the nearest valid name
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
   * Formats the problem as compilers do, without a final line end.
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
    text.append(Texts.withInvisible(Texts.clean(message)));
    if (suggestion.isPresent()) {
      text.append(": did you mean '")
          .append(Texts.withInvisible(Texts.clean(suggestion.get())))
          .append("'?");
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
