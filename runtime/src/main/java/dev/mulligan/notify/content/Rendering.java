package dev.mulligan.notify.content;

/**
 * Renders a text for one receiver: escapes it, marks it up, and cuts it at the receiver's limit,
 * never inside an escape, a markup or a character.
 */
public final class Rendering {

  private static final String ELLIPSIS = "…";

  private final Markup markup;
  private final TextLimit limit;
  private final StringBuilder text = new StringBuilder();
  private int length;

  private Rendering(Markup markup, TextLimit limit) {
    this.markup = markup;
    this.limit = limit;
  }

  /** Renders a body of one or several lines. */
  public static String of(Body body, Markup markup, TextLimit limit) {
    Rendering rendering = new Rendering(markup, limit);
    for (int i = 0; i < body.spans().size(); i++) {
      // Reserves room for an ellipsis, in case the next span does not fit.
      int reserve = i + 1 < body.spans().size() ? rendering.lengthOf(ELLIPSIS, ELLIPSIS) : 0;
      if (!rendering.append(body.spans().get(i), reserve)) {
        break;
      }
    }
    return rendering.text.toString();
  }

  /** Renders plain text, such as a title, without emphasis. */
  public static String of(String plain, Markup markup, TextLimit limit) {
    return of(Body.of(plain), markup, limit);
  }

  /** Appends a span; returns false if the limit is reached. */
  private boolean append(Span span, int reserve) {
    if (span instanceof Span.LineEnd) {
      if (fits("\n", markup.lineEnd(), reserve)) {
        put("\n", markup.lineEnd());
        return true;
      }
      return cut();
    }
    String plain = plain(span);
    if (plain.length() <= longestThatMayFit()) {
      String marked = marked(span, plain);
      if (fits(plain, marked, reserve)) {
        put(plain, marked);
        return true;
      }
    }
    return cutInside(span, plain);
  }

  private boolean cutInside(Span span, String plain) {
    int shortest = 0; // The number of characters that fit together with the ellipsis.
    int longest = (int) Math.min(plain.length(), longestThatMayFit());
    while (shortest < longest) {
      int middle = (shortest + longest + 1) >>> 1;
      String start = start(plain, middle) + ELLIPSIS;
      if (fits(start, marked(span, start), 0)) {
        shortest = middle;
      } else {
        longest = middle - 1;
      }
    }
    String start = start(plain, shortest) + ELLIPSIS;
    if (fits(start, marked(span, start), 0)) {
      put(start, marked(span, start));
      return false;
    }
    return cut();
  }

  /**
   * In UTF-16 units, of which a character has at most two. Longer texts, such as one of megabytes,
   * are cut before they are rendered.
   */
  private long longestThatMayFit() {
    return 2L * limit.most();
  }

  private boolean cut() {
    String ellipsis = markup.escape(ELLIPSIS);
    if (fits(ELLIPSIS, ellipsis, 0)) {
      put(ELLIPSIS, ellipsis);
    }
    return false;
  }

  private boolean fits(String plain, String marked, int reserve) {
    return (long) length + lengthOf(plain, marked) + reserve <= limit.most();
  }

  private void put(String plain, String marked) {
    text.append(marked);
    length += lengthOf(plain, marked);
  }

  private int lengthOf(String plain, String marked) {
    return limit.unit().of(plain, marked);
  }

  private String marked(Span span, String plain) {
    String escaped = markup.escape(plain);
    return span instanceof Span.Bold ? markup.bold(escaped) : escaped;
  }

  private static String plain(Span span) {
    return span instanceof Span.Bold bold
        ? bold.text()
        : span instanceof Span.Words words ? words.text() : "";
  }

  /** Never ends within a surrogate pair. */
  private static String start(String text, int end) {
    boolean isInPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, isInPair ? end - 1 : end);
  }
}
