package dev.mulligan.mail;

import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Converts a failed SMTP conversation to a {@link MailAnswer}. */
final class SmtpFailure {

  private static final int LOWEST_REFUSAL = 400;

  private SmtpFailure() {}

  /**
   * @throws IOException if the connection failed
   */
  static MailAnswer toAnswer(MessagingException failure, SMTPTransport transport)
      throws IOException {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof IOException connectionFailure) {
        throw connectionFailure;
      }
    }
    int code = transport.getLastReturnCode();
    if (code < 0) {
      throw new EOFException("the mail server has closed the connection");
    }
    return code >= LOWEST_REFUSAL
        ? new MailAnswer(code, oneLine(String.valueOf(transport.getLastServerResponse())))
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
