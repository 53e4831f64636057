package dev.mulligan.mail;

import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Converts a failed SMTP conversation to a {@link MailAnswer}. */
final class SmtpFailure {

  private static final int LOWEST_REFUSAL = 400;

  /** The end of a message's content, as the mail library names this command. */
  private static final String END = ".";

  /** Also the reply to the size that MAIL FROM announces (RFC 1870). */
  private static final int TOO_LARGE = 552;

  /** The enhanced status code of RFC 3463. */
  private static final String MAILBOX_FULL = "5.2.2";

  private SmtpFailure() {}

  /**
   * @throws IOException if the connection failed
   */
  static MailAnswer toAnswer(MessagingException failure, SMTPTransport transport)
      throws IOException {
    boolean isAfterContent = false;
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof IOException connectionFailure) {
        throw connectionFailure;
      }
      isAfterContent |= cause instanceof SMTPSendFailedException e && END.equals(e.getCommand());
    }
    int code = transport.getLastReturnCode();
    if (code < 0) {
      throw new EOFException("the mail server has closed the connection");
    }
    String words = oneLine(String.valueOf(transport.getLastServerResponse()));
    boolean isOfMessage = (isAfterContent || code == TOO_LARGE) && !words.contains(MAILBOX_FULL);
    return code >= LOWEST_REFUSAL
        ? new MailAnswer(code, words, isOfMessage)
        : new MailAnswer(MailAnswer.NONE, oneLine(String.valueOf(failure.getMessage())));
  }

  private static @Nullable Throwable next(Throwable failure) {
    Exception next = failure instanceof MessagingException e ? e.getNextException() : null;
    return next != null ? next : failure.getCause();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
