package dev.mulligan.notify.delivery;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.http.NotifierHttp;
import dev.mulligan.mail.MailSettings;
import dev.mulligan.mail.NotifierMail;
import dev.mulligan.notify.channel.Network;

/** The HTTP and mail clients of the notifier, with its current settings. */
final class NotifierNetwork {

  private final NotifierHttp http;
  private final NotifierMail mail;

  NotifierNetwork(HttpSettings settings) {
    http = new NotifierHttp(settings);
    mail = new NotifierMail(MailSettings.of(settings));
  }

  Network network() {
    return new Network(http, mail);
  }

  void use(HttpSettings settings) {
    http.use(settings);
    mail.use(MailSettings.of(settings));
  }

  /** Cancels all running requests. */
  void close() {
    http.close();
    mail.close();
  }
}
