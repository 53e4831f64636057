package dev.mulligan.notify.channel.email;

import dev.mulligan.mail.MailSecurity;
import dev.mulligan.mail.MailServer;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.StandardArguments;
import java.util.Locale;
import java.util.Optional;

/** Reads the mail server, its security and login from a {@code mailto[s]://} URL. */
final class EmailServer {

  private EmailServer() {}

  /**
   * @throws ChannelUrlException if there is no host, or the mode is unknown
   */
  static MailServer of(ChannelUrl url) {
    String smtp = url.arguments().getOrDefault("smtp", "");
    String host = smtp.isEmpty() ? url.host() : smtp;
    if (!isHost(host) || !isHost(url.host())) {
      throw new ChannelUrlException(
          "a mailto:// URL is mailtos://user:password@host/to@example.org with the mail server's"
              + " host, or the domain and smtp=host");
    }
    MailSecurity security = security(url);
    return new MailServer(
        host,
        url.port().orElse(security.port()),
        security,
        login(url),
        StandardArguments.options(url));
  }

  private static MailSecurity security(ChannelUrl url) {
    boolean isSecure = url.scheme().equals("mailtos");
    String mode = url.arguments().getOrDefault("mode", isSecure ? "starttls" : "insecure");
    return switch (mode.toLowerCase(Locale.ROOT)) {
      case "starttls" -> MailSecurity.STARTTLS;
      case "ssl" -> MailSecurity.TLS;
      case "insecure" -> insecure(isSecure);
      default ->
          throw new ChannelUrlException(
              "the "
                  + url.scheme()
                  + ":// URL's argument 'mode' must be insecure, starttls or ssl");
    };
  }

  private static MailSecurity insecure(boolean isSecure) {
    if (isSecure) {
      throw new ChannelUrlException(
          "a mailtos:// URL cannot have mode=insecure; that is mailto://");
    }
    return MailSecurity.NONE;
  }

  /** Returns the login; a user without a password is only the sender. */
  private static Optional<MailServer.Login> login(ChannelUrl url) {
    return url.user().isPresent() && url.password().isPresent()
        ? Optional.of(new MailServer.Login(url.user().get(), url.password().get()))
        : Optional.empty();
  }

  private static boolean isHost(String host) {
    boolean isHost = !host.isEmpty();
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      isHost &= c > ' ' && c <= '~' && "\\#<>\"{}|^`@/?%,".indexOf(c) < 0;
    }
    return isHost;
  }
}
