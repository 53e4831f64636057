package dev.mulligan.notify.content;

import dev.mulligan.text.NearestName;
import java.util.Optional;

/**
 * A text template with placeholders in braces: <code>{operation} failed {attempts} times</code>.
 * Literal braces are doubled.
 */
public final class Template {

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /**
   * Parses a template.
   *
   * @throws IllegalArgumentException with a message for people, for an unknown placeholder or an
   *     unmatched brace
   */
  public static Template parse(String text) {
    Template template = new Template(text);
    template.expand(Optional.empty());
    return template;
  }

  /** Returns the template as written. */
  String source() {
    return text;
  }

  /** Fills the placeholders with the message's values. */
  String fill(Message message) {
    return expand(Optional.of(message));
  }

  private String expand(Optional<Message> message) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDoubled = i + 1 < text.length() && text.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && isDoubled) {
        filled.append(c);
        i++;
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        String name = end < 0 ? "" : text.substring(i + 1, end).strip();
        filled.append(valueOf(end < 0 ? text.substring(i) : name, end, message));
        i = end;
      } else if (c == '}') {
        throw new IllegalArgumentException("a '}' without its '{'; write }} for a brace");
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }

  private static String valueOf(String name, int end, Optional<Message> message) {
    if (end < 0) {
      throw new IllegalArgumentException("a '{' without its '}'; write {{ for a brace");
    }
    if (!TemplateValues.isKnown(name)) {
      Optional<String> nearest = NearestName.of(name, TemplateValues.NAMES);
      throw new IllegalArgumentException(
          "there is no {"
              + name
              + "}"
              + (nearest.isPresent()
                  ? ": did you mean {" + nearest.get() + "}?"
                  : "; there are {" + String.join("}, {", TemplateValues.NAMES) + "}"));
    }
    return message.isEmpty() ? "" : TemplateValues.of(name, message.get());
  }
}
