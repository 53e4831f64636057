package dev.mulligan.retry.task;

import java.util.List;

/**
 * Where to read the name and the id of the task that a call executes.
 *
 * @param name templates; the first one that can be filled is used; empty if the task has no name
 * @param id likewise
 */
public record TaskSource(List<TaskText> name, List<TaskText> id) {

  public TaskSource {
    name = List.copyOf(name);
    id = List.copyOf(id);
  }

  /** Whether the templates read arguments of the call. */
  public boolean readsArguments() {
    return readArguments(name) || readArguments(id);
  }

  private static boolean readArguments(List<TaskText> texts) {
    for (TaskText text : texts) {
      if (text.readsArguments()) {
        return true;
      }
    }
    return false;
  }
}
