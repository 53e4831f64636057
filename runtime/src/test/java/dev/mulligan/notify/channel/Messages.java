package dev.mulligan.notify.channel;

import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.MessageWriter;

/** Messages for tests. */
public final class Messages {

  public static final ProcessInfo PROCESS =
      new ProcessInfo("com.acme.Main", 4711, "17.0.15 (OpenJDK)", "web-3");

  private Messages() {}

  public static Message critical() {
    return MessageWriter.write(Notifications.critical(), PROCESS);
  }
}
