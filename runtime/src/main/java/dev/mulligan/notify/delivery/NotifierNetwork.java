package dev.mulligan.notify.delivery;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.http.NotifierHttp;
import dev.mulligan.mail.MailSettings;
import dev.mulligan.mail.NotifierMail;
import dev.mulligan.notify.channel.Network;

/** The notifier's ways out of the process, by the settings in force. */
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

  /** Ends what is under way. */
  void close() {
    http.close();
    mail.close();
  }
}
