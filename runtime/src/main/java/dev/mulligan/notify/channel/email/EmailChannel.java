package dev.mulligan.notify.channel.email;

import dev.mulligan.mail.MailAnswer;
import dev.mulligan.mail.MailServer;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.IdentifiedChannel;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import dev.mulligan.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A channel that sends mail to one person, by SMTP:
 *
 * <pre>{@code
 * mailto[s]://[user:password@]host[:port][/to@…][?smtp=…&mode=insecure|starttls|ssl&from=…&name=…
 *     &to=…&cc=…&bcc=…&reply=…&format=html|text&+Header=…]
 * }</pre>
 *
 * <p>The default is {@code mode=insecure} for {@code mailto} and {@code mode=starttls} for {@code
 * mailtos}.
 */
public final class EmailChannel extends IdentifiedChannel {

  private static final int WORDS_SHOWN = 200;

  private final MailServer server;
  private final EmailTerms terms;
  private final String to;

  private EmailChannel(ChannelIdentity identity, MailServer server, EmailTerms terms, String to) {
    super(identity);
    this.server = server;
    this.terms = terms;
    this.to = to;
  }

  /**
   * Creates one channel for each receiver, so that a retry repeats only the failed one.
   *
   * @throws ChannelUrlException if the URL is invalid
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(
        url, List.of("smtp", "mode", "from", "name", "to", "cc", "bcc", "reply", "format"));
    Arguments.requireNoFieldsOrParameters(url);
    MailServer server = EmailServer.of(url);
    EmailTerms terms = EmailTerms.of(url);
    ChannelIdentity whole = ChannelIdentity.of(url, shown(url, server), loginSecrets(server));
    List<Channel> channels = new ArrayList<>();
    for (String receiver : terms.receivers(url)) {
      channels.add(new EmailChannel(whole.at(receiver), server, terms, receiver));
    }
    return channels;
  }

  @Override
  public DeliveryOutcome send(Message message, Network network) throws IOException {
    return judge(network.mail().send(EmailBody.of(message, terms, to), server));
  }

  private static DeliveryOutcome judge(MailAnswer answer) {
    if (answer.isTaken()) {
      return new DeliveryOutcome.Delivered();
    }
    String words = Texts.cut(Texts.clean(answer.words()), WORDS_SHOWN);
    String reason = answer.code() == MailAnswer.NONE ? words : "the mail server says: " + words;
    if (answer.isTemporary()) {
      return new DeliveryOutcome.RetryLater(reason, Optional.empty());
    }
    return answer.isOfMessage()
        ? new DeliveryOutcome.Failed(reason)
        : new DeliveryOutcome.ChannelFailed(reason);
  }

  private static String shown(ChannelUrl url, MailServer server) {
    return url.maskedLogin() + server.host() + (url.port().isPresent() ? ":" + server.port() : "");
  }

  /**
   * The encoded forms of the login: a server may quote an unknown command in its reply (RFC 4616,
   * LOGIN).
   */
  private static List<String> loginSecrets(MailServer server) {
    List<String> secrets = new ArrayList<>();
    if (server.login().isPresent()) {
      MailServer.Login login = server.login().get();
      secrets.add(base64("\0" + login.user() + "\0" + login.password()));
      secrets.add(base64(login.user()));
      secrets.add(base64(login.password()));
    }
    return secrets;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
