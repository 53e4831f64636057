package dev.mulligan.notify.content;

import dev.mulligan.notify.NotificationType;
import java.util.Map;
import java.util.Optional;

/**
 * The user's message templates of a channel, by type.
 *
 * @param usual for types without a template of their own
 */
public record Templates(Pair usual, Map<NotificationType, Pair> byType) {

  public static final Templates NONE = new Templates(Pair.NONE, Map.of());

  /** Templates for title and body; a missing one keeps the default text. */
  public record Pair(Optional<Template> title, Optional<Template> body) {

    public static final Pair NONE = new Pair(Optional.empty(), Optional.empty());

    Pair orElse(Pair other) {
      return new Pair(
          title.isPresent() ? title : other.title, body.isPresent() ? body : other.body);
    }

    private String source() {
      return title.map(Template::source).orElse("") + '\n' + body.map(Template::source).orElse("");
    }
  }

  public Templates {
    byType = Map.copyOf(byType);
  }

  /** Returns all templates as written; equal for equal templates. */
  public String source() {
    StringBuilder source = new StringBuilder(usual.source());
    for (NotificationType type : NotificationType.values()) {
      source.append('\n').append(byType.getOrDefault(type, Pair.NONE).source());
    }
    return source.toString();
  }

  /** Applies the templates to a message. */
  public Message apply(Message message) {
    if (message.notification().isResolved()) {
      return message; // the templates describe failures
    }
    NotificationType type = message.notification().type();
    Pair pair = byType.getOrDefault(type, Pair.NONE).orElse(usual);
    String title =
        pair.title().isPresent()
            ? pair.title().get().fill(message).replaceAll("[\r\n]+", " ").strip()
            : message.title();
    Body body = pair.body().isPresent() ? Body.of(pair.body().get().fill(message)) : message.body();
    // A receiver that requires a title would refuse the message.
    String shown = title.isEmpty() ? message.title() : title;
    return new Message(message.notification(), message.process(), shown, body);
  }
}
