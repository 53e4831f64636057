package dev.mulligan.notify.channel.chat;

/** Converts a Slack channel or user from the form of Apprise's URLs to Slack's own form. */
final class SlackTarget {

  private SlackTarget() {}

  /**
   * @param written {@code #channel}, {@code @user}, {@code +C0123} (an encoded id) or a channel's
   *     bare name; not empty
   */
  static String of(String written) {
    return switch (written.charAt(0)) {
      case '#', '@' -> written;
      case '+' -> written.substring(1);
      default -> "#" + written;
    };
  }
}
