package dev.mulligan.cli.check;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.TaskSource;
import dev.mulligan.retry.task.TaskText;
import dev.mulligan.retry.task.TaskText.Numbered;
import dev.mulligan.retry.task.TaskText.OfType;
import dev.mulligan.retry.task.TaskText.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds values that a strategy's task reads from a call but that the matched method does not have.
 */
final class TaskWarnings {

  private final PropertyPaths paths;

  TaskWarnings(ClassFiles files) {
    this.paths = new PropertyPaths(files);
  }

  /**
   * @param className the class that declares the method
   */
  List<String> of(String className, MethodFacts method, Strategy strategy) {
    List<String> warnings = new ArrayList<>();
    Optional<TaskSource> task = strategy.onFailure().task();
    if (task.isPresent()) {
      add("name", task.get().name(), className, method, warnings);
      add("id", task.get().id(), className, method, warnings);
    }
    return warnings;
  }

  /** Warns only if none of the alternative texts can be read. */
  private void add(
      String what,
      List<TaskText> texts,
      String className,
      MethodFacts method,
      List<String> warnings) {
    List<String> reasons = new ArrayList<>();
    for (TaskText text : texts) {
      Optional<String> reason = obstacle(text, className, method);
      if (reason.isEmpty()) {
        return;
      }
      reasons.add(reason.get());
    }
    for (String reason : reasons) {
      warnings.add("its task's " + what + " is not found: " + reason);
    }
  }

  private Optional<String> obstacle(TaskText text, String className, MethodFacts method) {
    for (TaskText.Part part : text.parts()) {
      if (part instanceof Value value) {
        Optional<String> reason = obstacle(value, className, method);
        if (reason.isPresent()) {
          return reason;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> obstacle(Value value, String className, MethodFacts method) {
    String type = className;
    if (value.origin() instanceof Numbered numbered) {
      List<String> parameters = method.parameters();
      if (numbered.number() > parameters.size()) {
        return Optional.of(
            "the rule reads argument("
                + numbered.number()
                + "), but the method has "
                + (parameters.size() == 1 ? "1 parameter" : parameters.size() + " parameters"));
      }
      type = parameters.get(numbered.number() - 1);
    } else if (value.origin() instanceof OfType of) {
      type = of.className();
    }
    if (value.path().isEmpty()) {
      return Optional.empty();
    }
    PropertyPaths.Found found = paths.find(value.path(), type);
    return found.missing().or(found::misspelt);
  }
}
