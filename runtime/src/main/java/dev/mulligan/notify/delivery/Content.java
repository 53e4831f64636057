package dev.mulligan.notify.delivery;

import dev.mulligan.notify.content.Message;
import java.io.IOException;

/** What a channel gets. */
interface Content {

  /**
   * Redacted and written; on a thread of the notifier.
   *
   * @throws IOException when the outbox does not give it back
   */
  Message message() throws IOException;
}
