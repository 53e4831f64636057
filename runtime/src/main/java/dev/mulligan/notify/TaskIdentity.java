package dev.mulligan.notify;

import dev.mulligan.text.Texts;
import java.util.Optional;

/**
 * The identity of a task, job or message in the terms of its framework. Its size is bounded,
 * because it may wait in a queue.
 *
 * @param name the same for all runs; failures with the same name belong to one incident
 * @param id of this run alone
 */
public record TaskIdentity(Optional<String> name, Optional<String> id) {

  public static final TaskIdentity UNKNOWN = new TaskIdentity(Optional.empty(), Optional.empty());

  private static final int LENGTH = 300;

  public TaskIdentity {
    name = name.map(text -> Texts.cut(text, LENGTH));
    id = id.map(text -> Texts.cut(text, LENGTH));
  }

  public boolean isUnknown() {
    return name.isEmpty() && id.isEmpty();
  }

  /** {@code task ledger.nightly, id 4711}. */
  public String inWords() {
    if (name.isEmpty()) {
      return "task id " + id.orElse("unknown");
    }
    return "task " + name.get() + (id.isPresent() ? ", id " + id.get() : "");
  }
}
