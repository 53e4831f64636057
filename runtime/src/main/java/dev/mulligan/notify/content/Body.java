package dev.mulligan.notify.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A message's text before it takes a channel's form. */
public record Body(List<Span> spans) {

  public Body {
    spans = List.copyOf(spans);
  }

  /** Plain text, of one or many lines. */
  public static Body of(String text) {
    return new Builder().words(text).build();
  }

  /** This one's text below a title that stands out, for receivers that know no title. */
  public Body under(String title) {
    Builder builder = new Builder().bold(title).lineEnd();
    builder.spans.addAll(spans);
    return builder.build();
  }

  /**
   * The same with other texts.
   *
   * @param change of a text on one line; gives one that is not empty
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

  /** All of it, without any markup. */
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

  /** Puts a body together. */
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
