package dev.mulligan.retry.task;

import java.util.List;

/**
 * Where the name and the id of the task are found that a method's call carries out.
 *
 * @param name the first of these that can be filled counts; none at all: the task has no name
 * @param id likewise
 */
public record TaskSource(List<TaskText> name, List<TaskText> id) {

  public TaskSource {
    name = List.copyOf(name);
    id = List.copyOf(id);
  }

  /** Whether the arguments of a call are needed. */
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
