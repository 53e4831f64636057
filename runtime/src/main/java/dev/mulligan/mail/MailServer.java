package dev.mulligan.mail;

import dev.mulligan.http.RequestOptions;
import java.util.Optional;

/**
 * Where a message is handed over.
 *
 * @param host name or address
 * @param login empty where the server wants none
 * @param options what differs from the notifier's settings
 */
public record MailServer(
    String host, int port, MailSecurity security, Optional<Login> login, RequestOptions options) {

  /** A secret. */
  public record Login(String user, String password) {

    /** Without user and password. */
    @Override
    public String toString() {
      return "Login[***]";
    }
  }
}
