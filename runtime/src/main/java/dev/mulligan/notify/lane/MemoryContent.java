package dev.mulligan.notify.lane;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.content.Message;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A content in memory: written when the first channel needs it, then shared by the others. */
public final class MemoryContent implements Content {

  private final Notification notification;
  private final Function<Notification, Message> writer;
  private @Nullable Message message;

  public MemoryContent(Notification notification, Function<Notification, Message> writer) {
    this.notification = notification;
    this.writer = writer;
  }

  @Override
  public synchronized Message message() {
    if (message == null) {
      message = writer.apply(notification);
    }
    return message;
  }
}
