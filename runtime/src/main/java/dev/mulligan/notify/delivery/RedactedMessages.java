package dev.mulligan.notify.delivery;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.MessageWriter;
import java.util.function.Function;

/** Writes redacted messages with this process as their origin. */
record RedactedMessages(CurrentRedactor redactor) implements Function<Notification, Message> {

  @Override
  public Message apply(Notification notification) {
    return MessageWriter.write(redactor.apply(notification), ProcessInfo.current());
  }
}
