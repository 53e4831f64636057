package context;

import dev.mulligan.api.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was said, with ids by letter in the order of their appearance; the first one in full. */
final class Report {
  private final List<UUID> ids = new ArrayList<>();

  String of(List<Attempt> seen) {
    StringBuilder text = new StringBuilder();
    for (Attempt attempt : seen) {
      text.append(attempt.number());
      text.append(attempt.callId().map(this::letter).orElse("-"));
      text.append(attempt.rule().map(rule -> ":" + rule).orElse("")).append(' ');
    }
    return text + (ids.isEmpty() ? "" : "a=" + ids.get(0));
  }

  private String letter(UUID id) {
    if (!ids.contains(id)) {
      ids.add(id);
    }
    return String.valueOf((char) ('a' + ids.indexOf(id)));
  }
}
