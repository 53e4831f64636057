package dev.mulligan.notify.channel;

import dev.mulligan.notify.Notification;
import java.util.Optional;

/**
 * The priority of a channel's messages in its vendor's terms.
 *
 * @param fixed asked for by the channel's URL
 */
public record Priority(PriorityScale scale, Optional<String> fixed) {

  /** That of the notification's urgency, unless the URL asks for another. */
  public String of(Notification notification) {
    String usual = scale.of(notification.urgency());
    if (fixed.isEmpty()) {
      return usual;
    }
    // Good news wakes nobody, whatever the URL says.
    return notification.isResolved() ? scale.lower(fixed.get(), usual) : fixed.get();
  }
}
