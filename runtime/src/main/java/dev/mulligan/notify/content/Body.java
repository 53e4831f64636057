package dev.mulligan.notify.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The text of a message, independent of any channel's markup. */
public record Body(List<Span> spans) {

  public Body {
    spans = List.copyOf(spans);
  }

  /** Creates a body from plain text, of one or several lines. */
  public static Body of(String text) {
    return new Builder().words(text).build();
  }

  /** Returns a body that starts with an emphasised title, for receivers without a separate one. */
  public Body under(String title) {
    Builder builder = new Builder().bold(title).lineEnd();
    builder.spans.addAll(spans);
    return builder.build();
  }

  /**
   * Returns a copy with other texts.
   *
   * @param change maps a text of one line to one that is not empty
   */
  public Body map(UnaryOperator<String> change) {
    List<Span> changed = new ArrayList<>(spans.size());
    for (Span span : spans) {
      changed.add(
          span instanceof Span.Words words
              ? new Span.Words(change.apply(words.text()))
              : span instanceof Span.Bold bold ? new Span.Bold(change.apply(bold.text())) : span);
    }
    return new Body(changed);
  }

  /** Returns all of the text, without markup. */
  public String plain() {
    StringBuilder plain = new StringBuilder();
    for (Span span : spans) {
      plain.append(
          span instanceof Span.Words words
              ? words.text()
              : span instanceof Span.Bold bold ? bold.text() : "\n");
    }
    return plain.toString();
  }

  /** Builds a body. */
  public static final class Builder {

    private final List<Span> spans = new ArrayList<>();

    public Builder words(String text) {
      String[] lines = text.split("\r\n|\r|\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          lineEnd();
        }
        if (!lines[i].isEmpty()) {
          spans.add(new Span.Words(lines[i]));
        }
      }
      return this;
    }

    public Builder bold(String text) {
      String line = text.replaceAll("[\r\n]+", " ").strip();
      if (!line.isEmpty()) {
        spans.add(new Span.Bold(line));
      }
      return this;
    }

    public Builder lineEnd() {
      spans.add(new Span.LineEnd());
      return this;
    }

    public Body build() {
      return new Body(spans);
    }
  }
}
