package dev.mulligan.mail;

/** How a conversation with a mail server is kept from others (RFC 8314). */
public enum MailSecurity {
  /** Not at all. */
  NONE(25),
  /** It begins in the open; nothing is sent unless the server then agrees to TLS. */
  STARTTLS(587),
  /** TLS from the first byte. */
  TLS(465);

  private final int port;

  MailSecurity(int port) {
    this.port = port;
  }

  /** Where nobody names another. */
  public int port() {
    return port;
  }
}
