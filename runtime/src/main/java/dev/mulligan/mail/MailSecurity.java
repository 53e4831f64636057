package dev.mulligan.mail;

/** The transport security of a mail server's connection (RFC 8314). */
public enum MailSecurity {
  /** No encryption. */
  NONE(25),
  /** Starts unencrypted; nothing is sent unless the server then accepts TLS. */
  STARTTLS(587),
  /** TLS from the first byte. */
  TLS(465);

  private final int port;

  MailSecurity(int port) {
    this.port = port;
  }

  /** Returns the default port. */
  public int port() {
    return port;
  }
}
