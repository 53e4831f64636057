package dev.mulligan.notify.channel;

import dev.mulligan.notify.Urgency;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A vendor's priorities.
 *
 * @param levels most urgent first; each is the value to send, then other names that a URL may use
 * @param critical the value for this urgency; likewise the following
 */
public record PriorityScale(
    List<List<String>> levels, String critical, String error, String warning, String info) {

  /**
   * @param argument the URL's argument that sets the priority
   * @throws ChannelUrlException if the vendor has no such priority
   */
  public Priority chosenBy(ChannelUrl url, String argument) {
    String written = url.argument(argument).toLowerCase(Locale.ROOT);
    if (written.isEmpty()) {
      return new Priority(this, Optional.empty());
    }
    List<String> names = new ArrayList<>();
    for (List<String> level : levels) {
      if (level.contains(written)) {
        return new Priority(this, Optional.of(level.get(0)));
      }
      names.addAll(level);
    }
    Optional<String> nearest = NearestName.of(written, names);
    throw new ChannelUrlException(
        "the "
            + url.scheme()
            + ":// URL has an unknown "
            + argument
            + ": "
            + (nearest.isPresent()
                ? "did you mean " + nearest.get() + "?"
                : "known are " + String.join(", ", names)));
  }

  String of(Urgency urgency) {
    return switch (urgency) {
      case CRITICAL -> critical;
      case ERROR -> error;
      case WARNING -> warning;
      case INFO -> info;
    };
  }

  /** Returns the less urgent of two values. */
  String lower(String one, String other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private int rank(String value) {
    int rank = 0;
    while (!levels.get(rank).get(0).equals(value)) {
      rank++;
    }
    return rank;
  }
}
