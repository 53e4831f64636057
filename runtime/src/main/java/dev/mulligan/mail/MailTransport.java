package dev.mulligan.mail;

import java.io.IOException;

/** Brings a message to a mail server. */
public interface MailTransport {

  /**
   * Waits until the server has taken the message or refused it.
   *
   * @throws IOException when there was no answer, in time or at all
   */
  MailAnswer send(Mail mail, MailServer server) throws IOException;
}
