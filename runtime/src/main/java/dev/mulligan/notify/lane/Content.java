package dev.mulligan.notify.lane;

import dev.mulligan.notify.content.Message;
import java.io.IOException;

/** What a channel gets. */
public interface Content {

  /**
   * Redacted and written; on a thread of the notifier.
   *
   * @throws IOException when the outbox does not give it back
   */
  Message message() throws IOException;
}
