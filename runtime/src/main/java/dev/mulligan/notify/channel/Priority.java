package dev.mulligan.notify.channel;

import dev.mulligan.notify.Notification;
import java.util.Optional;

/**
 * The priority of a channel's messages in its vendor's terms.
 *
 * @param fixed set by the channel's URL
 */
public record Priority(PriorityScale scale, Optional<String> fixed) {

  /** Returns the priority for the notification's urgency, unless the URL sets another. */
  public String of(Notification notification) {
    String usual = scale.of(notification.urgency());
    if (fixed.isEmpty()) {
      return usual;
    }
    // A resolution never has a higher priority than its urgency requires, whatever the URL says.
    return notification.isResolved() ? scale.lower(fixed.get(), usual) : fixed.get();
  }
}
