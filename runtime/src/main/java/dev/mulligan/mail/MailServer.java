package dev.mulligan.mail;

import dev.mulligan.http.RequestOptions;
import java.util.Optional;

/**
 * A mail server.
 *
 * @param host name or address
 * @param login empty if the server needs none
 * @param options those that differ from the notifier's settings
 */
public record MailServer(
    String host, int port, MailSecurity security, Optional<Login> login, RequestOptions options) {

  /** The credentials of a mail server; secret. */
  public record Login(String user, String password) {

    /** Omits user and password. */
    @Override
    public String toString() {
      return "Login[***]";
    }
  }
}
