package dev.mulligan.mail;

import java.io.IOException;

/** Sends a message to a mail server. */
public interface MailTransport {

  /**
   * Blocks until the server accepts or refuses the message.
   *
   * @throws IOException if there is no reply, or not in time
   */
  MailAnswer send(Mail mail, MailServer server) throws IOException;
}
