package dev.mulligan.notify.channel.webhook;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.nio.charset.StandardCharsets;

/**
 * Formats a message of RFC 5424: {@code <PRI>1 TIMESTAMP HOSTNAME APP-NAME PROCID MSGID - BOM MSG},
 * on one line.
 */
final class SyslogLine {

  /** The size in bytes that every receiver should accept (RFC 5426, section 3.2). */
  private static final int MOST = 2_048;

  private static final int LONGEST_HOST = 255;
  private static final String NIL = "-";

  /** Marks the following text as UTF-8. */
  private static final String BOM = "\uFEFF";

  private static final Markup ONE_LINE =
      new Markup() {
        @Override
        public String escape(String plain) {
          return plain;
        }

        @Override
        public String bold(String escaped) {
          return escaped;
        }

        @Override
        public String lineEnd() {
          return " | ";
        }
      };

  private SyslogLine() {}

  static String of(Message message, SyslogFacility facility) {
    Notification notification = message.notification();
    String head =
        "<"
            + facility.priority(severity(notification))
            + ">1 "
            + notification.time()
            + " "
            + host(message.process().host())
            + " mulligan "
            + message.process().pid()
            + " "
            + notification.type().key()
            + " "
            + NIL
            + " "
            + BOM;
    int left = MOST - head.getBytes(StandardCharsets.UTF_8).length;
    return head + Rendering.of(message.whole(), ONE_LINE, TextLimit.bytes(left));
  }

  /** RFC 5424, table 2. */
  private static int severity(Notification notification) {
    return switch (notification.urgency()) {
      case CRITICAL -> 2;
      case ERROR -> 3;
      case WARNING -> 4;
      case INFO -> 6;
    };
  }

  private static String host(String name) {
    boolean isPrintable = !name.isEmpty() && name.length() <= LONGEST_HOST;
    for (int i = 0; i < name.length(); i++) {
      isPrintable &= name.charAt(i) > ' ' && name.charAt(i) <= '~';
    }
    return isPrintable ? name : NIL;
  }
}
