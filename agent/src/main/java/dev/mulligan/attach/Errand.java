package dev.mulligan.attach;

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
public record Errand(
    long pid,
    Command command,
    Optional<Path> rules,
    Strictness strictness,
    Optional<ChannelOrder> channels) {

  private Errand(long pid, Command command, Optional<Path> rules, Strictness strictness) {
    this(pid, command, rules, strictness, Optional.empty());
  }

  public static Errand attach(long pid, Path rules, Strictness strictness) {
    return new Errand(pid, Command.ATTACH, Optional.of(rules), strictness);
  }

  public static Errand reload(long pid, Optional<Path> rules) {
    return new Errand(pid, Command.RELOAD, rules, Strictness.LENIENT);
  }

  public static Errand status(long pid) {
    return new Errand(pid, Command.STATUS, Optional.empty(), Strictness.LENIENT);
  }

  public static Errand channels(long pid, ChannelOrder order) {
    return new Errand(
        pid, Command.CHANNELS, Optional.empty(), Strictness.LENIENT, Optional.of(order));
  }

  public static Errand detach(long pid) {
    return new Errand(pid, Command.DETACH, Optional.empty(), Strictness.LENIENT);
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
  Errand withRules(UnaryOperator<Path> moved) {
    return new Errand(pid, command, rules.map(moved), strictness, channels);
  }

  /** The arguments that ask the same of a process with this number. */
  String arguments(long number) {
    return command.name().toLowerCase(Locale.ROOT)
        + " "
        + number
        + rules.map(path -> " " + path).orElse("")
        + channels.map(Errand::words).orElse("")
        + (strictness == Strictness.STRICT ? " --strict" : "");
  }
}
