package dev.mulligan.notify.channel.push;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.channel.url.PhoneNumber;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel that sends text messages by Twilio (twilio.com/docs/messaging/api/message-resource):
 * {@code twilio://sid:token@from/to[/to…][?apikey=…]}. The sender is a number, a short code or the
 * {@code MG…} of a messaging service. Each notification is one short message, because Twilio
 * charges longer ones per segment.
 */
public final class TwilioChannel extends HttpChannel {

  private static final String ACCOUNTS = "https://api.twilio.com/2010-04-01/Accounts/";
  private static final TextLimit TEXT = TextLimit.utf16(160);
  private static final String SERVICE = "MG";
  private static final int SHORT_CODE_LENGTH = 6;

  private final String url;
  private final String authorization;
  private final String from;
  private final String to;

  private TwilioChannel(
      ChannelIdentity identity, String url, String authorization, String from, String to) {
    super(identity);
    this.url = url;
    this.authorization = authorization;
    this.from = from;
    this.to = to;
  }

  /**
   * Creates one channel for each number.
   *
   * @throws ChannelUrlException if the URL has no account, token, sender or receiver
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("from", "to", "sid", "token", "apikey"));
    Arguments.requireNoPrefixed(url);
    String sid = url.firstOf("sid").orElse(url.user().orElse(""));
    String token = url.firstOf("token").orElse(url.password().orElse(""));
    String from = url.firstOf("from").orElse(url.host());
    List<String> targets = ChannelTargets.of(url, url.pathParts(), "to");
    if (sid.isEmpty() || token.isEmpty() || from.isEmpty() || targets.isEmpty()) {
      throw new ChannelUrlException(
          "a twilio:// URL is twilio://account-sid:auth-token@from-number/to-number");
    }
    String authorization = HttpAddress.basic(url.firstOf("apikey").orElse(sid), token);
    ChannelIdentity whole = ChannelIdentity.of(url, List.of(sid, token, url.argument("apikey")));
    String address = ACCOUNTS + PercentEncoding.encode(sid) + "/Messages.json";
    List<Channel> channels = new ArrayList<>();
    for (String target : targets) {
      String to = PhoneNumber.of(url.scheme(), target);
      channels.add(new TwilioChannel(whole.at(to), address, authorization, sender(url, from), to));
    }
    return channels;
  }

  @Override
  public HttpRequest request(Message message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(from.startsWith(SERVICE) ? "MessagingServiceSid" : "From", from);
    form.put("To", to);
    form.put("Body", Rendering.of(message.whole(), Markup.PLAIN, TEXT));
    return HttpRequest.form(url, form).with("Authorization", authorization);
  }

  private static String sender(ChannelUrl url, String written) {
    boolean isOther = written.startsWith(SERVICE) || written.length() <= SHORT_CODE_LENGTH;
    return isOther ? written : PhoneNumber.of(url.scheme(), written);
  }
}
