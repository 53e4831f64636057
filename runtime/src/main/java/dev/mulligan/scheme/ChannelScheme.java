package dev.mulligan.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of channels: the schemes of their URLs, the secret parts of a URL, and its syntax. In
 * the order in which messages list them.
 */
@SuppressWarnings("ImmutableEnumChecker") // all its lists are created by List.of
public enum ChannelScheme {
  SLACK(
      List.of("slack"),
      SecretParts.HOST_AND_TOKENS,
      List.of("A/B/C", "xoxb-…/#channel"),
      List.of(
          new NativeUrl("hooks.slack.com/services/", "A/B/C"),
          new NativeUrl("hooks.slack.com/workflows/", "A/B/C"),
          new NativeUrl("hooks.slack.com/triggers/", "A/B/C"),
          new NativeUrl("hooks.slack-gov.com/services/", "A/B/C"),
          new NativeUrl("hooks.slack-gov.com/workflows/", "A/B/C"),
          new NativeUrl("hooks.slack-gov.com/triggers/", "A/B/C"))),
  DISCORD(
      List.of("discord"),
      SecretParts.HOST_AND_PATH,
      List.of("id/token"),
      List.of(
          new NativeUrl("discord.com/api/webhooks/", "id/token"),
          new NativeUrl("discordapp.com/api/webhooks/", "id/token"))),
  TELEGRAM(
      List.of("tgram"),
      SecretParts.HOST,
      List.of("token/chat"),
      List.of(new NativeUrl("api.telegram.org/bot", "token/sendMessage"))),
  PAGERDUTY(List.of("pagerduty"), SecretParts.HOST, "routingkey[/source[/component]]"),
  MAIL(List.of("mailto", "mailtos"), SecretParts.LOGIN, "user:password@host/to@example.org"),
  ALERTMANAGER(List.of("alertmanager", "alertmanagers"), SecretParts.LOGIN, "host:9093"),
  OPSGENIE(List.of("opsgenie"), SecretParts.HOST, "key/#team"),
  JIRA(List.of("jira"), SecretParts.HOST, "key/#team"),
  SPLUNK(
      List.of("splunk", "victorops"),
      SecretParts.HOST,
      List.of("routing-key@api-key"),
      List.of(
          new NativeUrl(
              "alert.victorops.com/integrations/generic/20131114/alert/", "api-key/routing-key"))),
  TEAMS(List.of("workflows", "workflow"), SecretParts.PATH, "host/workflow-id/signature"),
  GOOGLE_CHAT(
      List.of("gchat"),
      SecretParts.HOST_AND_PATH,
      List.of("space/key/token"),
      List.of(
          new NativeUrl("chat.googleapis.com/v1/spaces/", "space/messages?key=key&token=token"))),
  MATTERMOST(List.of("mmost", "mmosts"), SecretParts.PATH, "host/token"),
  ROCKET_CHAT(
      List.of("rocket", "rockets"),
      SecretParts.LOGIN_WITH_SLASH,
      "hookA/hookB@host/#channel",
      "user:password@host/#channel"),
  NTFY(
      List.of("ntfy", "ntfys"),
      SecretParts.PATH_OR_HOST,
      List.of("host/topic"),
      List.of(new NativeUrl("ntfy.sh/", "topic"))),
  GOTIFY(List.of("gotify", "gotifys"), SecretParts.PATH, "host/token"),
  PUSHOVER(List.of("pover"), SecretParts.HOST, "user-key@application-token"),
  ZULIP(List.of("zulip"), SecretParts.FIRST_OF_PATH, "botname@organisation/token/stream"),
  MATRIX(
      List.of("matrix", "matrixs"),
      SecretParts.LOGIN,
      "user:password@host/#room",
      "token@host/#room"),
  TWILIO(List.of("twilio"), SecretParts.HOST, "account-sid:auth-token@from-number/to-number"),
  SNS(List.of("sns"), SecretParts.HOST_AND_PATH, "access-key/secret-key/region/target"),
  APPRISE(List.of("apprise", "apprises"), SecretParts.PATH, "host/configuration-key"),
  SYSLOG(List.of("rsyslog"), SecretParts.LOGIN, "host[:port][/facility]"),
  SIGNL4(
      List.of("signl4"),
      SecretParts.HOST_AND_PATH,
      List.of("token"),
      List.of(new NativeUrl("connect.signl4.com/webhook/", "token"))),
  LARK(
      List.of("lark"),
      SecretParts.HOST_AND_PATH,
      List.of("token"),
      List.of(new NativeUrl("open.larksuite.com/open-apis/bot/v2/hook/", "token"))),
  FEISHU(
      List.of("feishu"),
      SecretParts.HOST_AND_PATH,
      List.of("token"),
      List.of(new NativeUrl("open.feishu.cn/open-apis/bot/v2/hook/", "token"))),
  SPIKE(
      List.of("spike"),
      SecretParts.HOST_AND_PATH,
      List.of("token"),
      List.of(new NativeUrl("api.spike.sh/v1/alerts/", "token"))),
  JSON(List.of("json", "jsons"), SecretParts.PATH, "host/path"),
  FORM(List.of("form", "forms"), SecretParts.PATH, "host/path"),
  XML(List.of("xml", "xmls"), SecretParts.PATH, "host/path"),
  /** A vendor's native URL, or any server that accepts Mulligan's own JSON. */
  NATIVE(List.of("http", "https"), SecretParts.LOGIN, "host/path");

  private final List<String> names;
  private final SecretParts secret;

  /** The parts after {@code ://}; the usual form first. */
  private final List<String> forms;

  private final List<NativeUrl> nativeUrls;

  ChannelScheme(List<String> names, SecretParts secret, String... forms) {
    this(names, secret, List.of(forms), List.of());
  }

  ChannelScheme(
      List<String> names, SecretParts secret, List<String> forms, List<NativeUrl> nativeUrls) {
    this.names = names;
    this.secret = secret;
    this.forms = forms;
    this.nativeUrls = nativeUrls;
  }

  /**
   * @param name in lower case
   */
  public static Optional<ChannelScheme> named(String name) {
    for (ChannelScheme scheme : values()) {
      if (scheme.names.contains(name)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  /** Returns the URL schemes, in lower case; the usual one first. */
  public List<String> names() {
    return names;
  }

  public SecretParts secret() {
    return secret;
  }

  /** Returns an example URL for messages. */
  public String example(String name) {
    return name + "://" + forms.get(0);
  }

  /** Returns every example that a message may contain. */
  public List<String> examples() {
    List<String> examples = new ArrayList<>();
    for (String name : names) {
      for (String form : forms) {
        examples.add(name + "://" + form);
      }
    }
    for (NativeUrl url : nativeUrls) {
      examples.add(url.https() + url.example());
    }
    return examples;
  }

  /** Returns the equivalent URLs of the vendor; the usual one first. */
  public List<NativeUrl> nativeUrls() {
    return nativeUrls;
  }

  /**
   * Whether a colon in the host separates a port. Telegram's tokens contain colons: {@code
   * 123456:ABC-def}.
   */
  public boolean hasPort() {
    return this != TELEGRAM;
  }
}
