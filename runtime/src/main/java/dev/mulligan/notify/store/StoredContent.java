package dev.mulligan.notify.store;

import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.MessageWriter;
import dev.mulligan.notify.lane.Content;
import dev.mulligan.notify.outbox.StoredNotification;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * A content in the outbox. It is read each time, because the outbox may hold more than fits into
 * memory.
 */
final class StoredContent implements Content {

  private final StoredNotification stored;
  private final Supplier<ProcessInfo> process;

  /**
   * @param process the process that accepted the notification
   */
  StoredContent(StoredNotification stored, Supplier<ProcessInfo> process) {
    this.stored = stored;
    this.process = process;
  }

  @Override
  public Message message() throws IOException {
    return MessageWriter.write(
        NotificationCodec.read(stored.payload()).notification(), process.get());
  }
}
