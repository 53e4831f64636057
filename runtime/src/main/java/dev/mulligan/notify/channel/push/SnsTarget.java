package dev.mulligan.notify.channel.push;

import dev.mulligan.notify.channel.url.PhoneNumber;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The receiver of an SNS message.
 *
 * @param parameter of Publish: {@code PhoneNumber} or {@code TopicArn}
 * @param address a number, an ARN, or a topic's name
 */
record SnsTarget(String parameter, String address) {

  private static final String TOPIC = "TopicArn";
  private static final String ARN = "arn:";
  private static final TextLimit SMS = TextLimit.utf16(160);
  private static final TextLimit TOPICS_MESSAGE = TextLimit.bytes(262_144);

  /** SNS accepts ASCII without line ends, less than 100 characters. */
  private static final TextLimit SUBJECT = TextLimit.utf16(99);

  /**
   * @param written a telephone number, an ARN, or a topic's name with or without {@code #}
   */
  static SnsTarget of(String written) {
    if (written.startsWith(ARN)) {
      return new SnsTarget(TOPIC, written);
    }
    return PhoneNumber.isNumber(written)
        ? new SnsTarget("PhoneNumber", PhoneNumber.of("sns", written))
        : new SnsTarget(TOPIC, written.startsWith("#") ? written.substring(1) : written);
  }

  /** Whether the target is a topic's name, whose ARN is not known yet. */
  boolean isTopicsName() {
    return parameter.equals(TOPIC) && !address.startsWith(ARN);
  }

  Map<String, String> publish(Message message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", "Publish");
    form.put(parameter, address);
    if (parameter.equals(TOPIC)) {
      form.put("Subject", subject(message.title()));
    }
    form.put(
        "Message",
        Rendering.of(
            message.whole(), Markup.PLAIN, parameter.equals(TOPIC) ? TOPICS_MESSAGE : SMS));
    return form;
  }

  private static String subject(String title) {
    String cut = Rendering.of(title, Markup.PLAIN, SUBJECT);
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < cut.length(); i++) {
      char c = cut.charAt(i);
      ascii.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return ascii.toString();
  }
}
