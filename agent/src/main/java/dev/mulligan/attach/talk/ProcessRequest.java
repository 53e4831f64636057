package dev.mulligan.attach.talk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request to one process, before it is written.
 *
 * @param rules an absolute path in that process
 * @param channels the request about channels
 */
public record ProcessRequest(
    long pid,
    Command command,
    Optional<Path> rules,
    Strictness strictness,
    Optional<ChannelOrder> channels) {

  private ProcessRequest(long pid, Command command, Optional<Path> rules, Strictness strictness) {
    this(pid, command, rules, strictness, Optional.empty());
  }

  public static ProcessRequest attach(long pid, Path rules, Strictness strictness) {
    return new ProcessRequest(pid, Command.ATTACH, Optional.of(rules), strictness);
  }

  public static ProcessRequest reload(long pid, Optional<Path> rules) {
    return new ProcessRequest(pid, Command.RELOAD, rules, Strictness.LENIENT);
  }

  public static ProcessRequest status(long pid) {
    return new ProcessRequest(pid, Command.STATUS, Optional.empty(), Strictness.LENIENT);
  }

  public static ProcessRequest channels(long pid, ChannelOrder order) {
    return new ProcessRequest(
        pid, Command.CHANNELS, Optional.empty(), Strictness.LENIENT, Optional.of(order));
  }

  public static ProcessRequest detach(long pid) {
    return new ProcessRequest(pid, Command.DETACH, Optional.empty(), Strictness.LENIENT);
  }

  /** The arguments of a channel request; {@code -} replaces a URL, which is a secret. */
  private static String words(ChannelOrder order) {
    String channel = order.channel().contains("://") ? "-" : order.channel();
    StringBuilder words = new StringBuilder(" " + order.action().name().toLowerCase(Locale.ROOT));
    words.append(channel.isEmpty() ? "" : " " + channel);
    order.tags().forEach(tag -> words.append(" --tag ").append(tag));
    return words.toString();
  }

  /** A copy with the rule file at another path. */
  public ProcessRequest withRules(UnaryOperator<Path> moved) {
    return new ProcessRequest(pid, command, rules.map(moved), strictness, channels);
  }

  /** The command-line arguments of this request for a process with this number. */
  public String arguments(long number) {
    return command.name().toLowerCase(Locale.ROOT)
        + " "
        + number
        + rules.map(path -> " " + path).orElse("")
        + channels.map(ProcessRequest::words).orElse("")
        + (strictness == Strictness.STRICT ? " --strict" : "");
  }
}
