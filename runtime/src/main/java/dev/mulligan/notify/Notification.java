package dev.mulligan.notify;

import dev.mulligan.text.Texts;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Something that people are to be told. Not yet redacted: that happens on the notifier's threads.
 *
 * @param id the same on every delivery, also a repeated one, so that a receiver can drop a repeat
 * @param context the rule file's own words, in their order; at most {@value #CONTEXT_ENTRIES}
 *     entries are kept, their texts cut
 * @param tags which channels it goes to
 */
public record Notification(
    String id,
    NotificationType type,
    Instant time,
    CallReport call,
    Map<String, String> context,
    TagSelection tags) {

  private static final int CONTEXT_ENTRIES = 50;
  private static final int CONTEXT_LENGTH = 2_000;

  public Notification {
    context = bounded(context);
  }

  /**
   * The same notification with other texts.
   *
   * @param text applied to every text that the application or its exceptions had a hand in
   * @param contextValue given a context key and its value, gives the value to show
   */
  public Notification mapTexts(UnaryOperator<String> text, BinaryOperator<String> contextValue) {
    Map<String, String> changed = new LinkedHashMap<>();
    context.forEach((key, value) -> changed.put(key, contextValue.apply(key, value)));
    return new Notification(id, type, time, call.mapTexts(text), changed, tags);
  }

  private static Map<String, String> bounded(Map<String, String> all) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : all.entrySet()) {
      if (kept.size() == CONTEXT_ENTRIES) {
        break;
      }
      kept.put(
          Texts.cut(entry.getKey(), CONTEXT_LENGTH), Texts.cut(entry.getValue(), CONTEXT_LENGTH));
    }
    return Collections.unmodifiableMap(kept);
  }
}
