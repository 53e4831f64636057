package dev.mulligan.attach.talk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is to be asked of which process.
 *
 * @param rules absolute, as the process sees it
 * @param channels what is wanted of the channels
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

  /** A URL is asked for again: it is a secret. */
  private static String words(ChannelOrder order) {
    String channel = order.channel().contains("://") ? "-" : order.channel();
    StringBuilder words = new StringBuilder(" " + order.action().name().toLowerCase(Locale.ROOT));
    words.append(channel.isEmpty() ? "" : " " + channel);
    order.tags().forEach(tag -> words.append(" --tag ").append(tag));
    return words.toString();
  }

  /** The same with the rule file in another place. */
  public ProcessRequest withRules(UnaryOperator<Path> moved) {
    return new ProcessRequest(pid, command, rules.map(moved), strictness, channels);
  }

  /** The arguments that ask the same of a process with this number. */
  public String arguments(long number) {
    return command.name().toLowerCase(Locale.ROOT)
        + " "
        + number
        + rules.map(path -> " " + path).orElse("")
        + channels.map(ProcessRequest::words).orElse("")
        + (strictness == Strictness.STRICT ? " --strict" : "");
  }
}
