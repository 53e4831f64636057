package dev.mulligan.attach.talk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A request of the command line to the agent, written into a private directory. The keys are a
 * contract between versions: keys may be added, but no key may change its meaning.
 *
 * @param jar the agent's jar of the command line, as the target sees it
 * @param version of the command line
 * @param rules the rule file as the target sees it
 * @param channels the request about channels; may hold a secret
 * @param waits whether the command line waits for the reply after the agent was loaded, so that the
 *     agent may execute the request in a thread of its own; an earlier version does not
 */
public record Request(
    Command command,
    Path jar,
    String version,
    Optional<Path> rules,
    Strictness strictness,
    Optional<ChannelOrder> channels,
    boolean waits) {

  /** The file's name in the request directory. */
  public static final String FILE = "request.properties";

  /**
   * @throws IOException when the file is missing, unreadable, or not a known request
   */
  public static Request read(Path directory) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(directory.resolve(FILE))) {
      properties.load(in);
      return new Request(
          Command.valueOf(required(properties, "command").toUpperCase(Locale.ROOT)),
          Path.of(required(properties, "jar")),
          required(properties, "version"),
          Optional.ofNullable(properties.getProperty("rules")).map(Path::of),
          Boolean.parseBoolean(properties.getProperty("strict"))
              ? Strictness.STRICT
              : Strictness.LENIENT,
          order(properties),
          Boolean.parseBoolean(properties.getProperty("waits")));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "this version of the agent does not know the request: " + e.getMessage(), e);
    }
  }

  private static Optional<ChannelOrder> order(Properties properties) {
    String action = properties.getProperty("channels");
    if (action == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ChannelOrder(
            ChannelOrder.Action.valueOf(action.toUpperCase(Locale.ROOT)),
            properties.getProperty("channel", ""),
            properties.getProperty("tags", "").lines().toList()));
  }

  private static String required(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("the key " + key + " is missing");
    }
    return value;
  }

  /** The jar is a plain property: the entry class reads it before it loads any other class. */
  byte[] bytes() throws IOException {
    Properties properties = new Properties();
    properties.setProperty("command", command.name().toLowerCase(Locale.ROOT));
    properties.setProperty("jar", jar.toString());
    properties.setProperty("version", version);
    properties.setProperty("strict", Boolean.toString(strictness == Strictness.STRICT));
    properties.setProperty("waits", Boolean.toString(waits));
    channels.ifPresent(order -> put(order, properties));
    rules.ifPresent(path -> properties.setProperty("rules", path.toString()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    properties.store(bytes, null);
    return bytes.toByteArray();
  }

  private static void put(ChannelOrder order, Properties properties) {
    properties.setProperty("channels", order.action().name().toLowerCase(Locale.ROOT));
    properties.setProperty("channel", order.channel());
    properties.setProperty("tags", String.join("\n", order.tags()));
  }
}
