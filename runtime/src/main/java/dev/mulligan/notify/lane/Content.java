package dev.mulligan.notify.lane;

import dev.mulligan.notify.content.Message;
import java.io.IOException;

/** The content of a queued notification. */
public interface Content {

  /**
   * Returns the redacted message; called on a thread of the notifier.
   *
   * @throws IOException if the outbox cannot read it
   */
  Message message() throws IOException;
}
