package dev.mulligan.notify.channel.catalog;

import java.util.List;

/**
 * A URL of every scheme; its main makes their channels, as an agent does before the application.
 */
final class EveryScheme {

  static final List<String> URLS =
      List.of(
          "slack://A/B/C",
          "slack://xoxb-1-2-3/#ops",
          "discord://1/t",
          "tgram://123456:token/42",
          "pagerduty://key",
          "mailto://user:pw@example.org",
          "mailtos://user:pw@example.org/ops@example.org?cc=dev@example.org",
          "alertmanager://host",
          "alertmanagers://host,host2?:team=x",
          "opsgenie://key/#team",
          "jira://key",
          "splunk://route@key",
          "victorops://route@key",
          "workflows://host/id/sig",
          "workflow://host/id/sig",
          "gchat://space/key/token/thread",
          "mmost://host/token",
          "mmosts://host/token",
          "rocket://a/b@host",
          "rockets://user:pw@host/#ops",
          "ntfy://topic",
          "ntfys://host/topic?tags=a",
          "gotify://host/token",
          "gotifys://host/token",
          "pover://user@token?priority=emergency",
          "zulip://bot@org/token",
          "matrix://user:pw@host/#room",
          "matrixs://token@host/#room",
          "twilio://sid:token@15550001111/15550002222",
          "sns://key/secret/us-east-1/#topic",
          "apprise://host/key",
          "apprises://host/key?tags=a",
          "rsyslog://host/local0",
          "signl4://secret",
          "lark://token",
          "feishu://token",
          "spike://token",
          "json://host",
          "jsons://host",
          "form://host",
          "forms://host",
          "xml://host",
          "xmls://host",
          "http://host/",
          "https://host/");

  private EveryScheme() {}

  public static void main(String[] args) {
    for (String url : URLS) {
      Channels.of(url);
      System.out.println("made " + url);
    }
  }
}
