package dev.mulligan.it.parity;

import dev.mulligan.it.parity.Difference.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The file of channels and of their named differences: {@code apprise-differences.yaml}.
 *
 * @param everywhere differences of every channel by HTTP that has them
 */
record ParityFile(List<Difference> everywhere, List<Compared> compared, List<Missing> missing) {

  static final String NAME = "apprise-differences.yaml";

  static ParityFile read() {
    try (InputStream in = ParityFile.class.getResourceAsStream("/" + NAME)) {
      Map<String, Object> file = new Yaml().load(Objects.requireNonNull(in));
      Map<String, List<Difference>> shared = shared(file.get("shared"));
      return new ParityFile(
          differences(file.get("everywhere")),
          list(file.get("channels")).stream().map(channel -> compared(channel, shared)).toList(),
          list(file.get("not-in-apprise")).stream().map(ParityFile::missing).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(@Nullable Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }

  private static Map<String, List<Difference>> shared(@Nullable Object value) {
    Map<String, List<Difference>> shared = new HashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(value))
        .forEach((name, differences) -> shared.put(name.toString(), differences(differences)));
    return shared;
  }

  /** With what it shares with others first. */
  private static List<Difference> all(
      Map<String, Object> channel, Map<String, List<Difference>> shared) {
    List<Difference> all = new ArrayList<>();
    if (channel.get("like") instanceof List<?> names) {
      names.forEach(name -> all.addAll(Objects.requireNonNull(shared.get(name), "shared " + name)));
    }
    all.addAll(differences(channel.get("differences")));
    return all;
  }

  private static Compared compared(
      Map<String, Object> channel, Map<String, List<Difference>> shared) {
    return new Compared(
        text(channel, "name"),
        text(channel, "url"),
        Optional.ofNullable((String) channel.get("apprise")),
        text(channel, "sends"),
        all(channel, shared));
  }

  private static Missing missing(Map<String, Object> channel) {
    return new Missing(text(channel, "name"), text(channel, "url"), text(channel, "why"));
  }

  private static List<Difference> differences(@Nullable Object value) {
    return list(value).stream()
        .map(
            difference ->
                new Difference(
                    text(difference, "field"),
                    Side.valueOf(text(difference, "in").toUpperCase(Locale.ROOT)),
                    Optional.ofNullable((String) difference.get("ours")),
                    text(difference, "why")))
        .toList();
  }

  private static String text(Map<String, Object> of, String name) {
    return Objects.requireNonNull(of.get(name), () -> name + " is missing in " + of)
        .toString()
        .strip();
  }
}
