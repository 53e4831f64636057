package dev.mulligan.cli.check;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;

/**
 * Finds conditions on a method's result that no result can meet. It reports only what is certain:
 * for final classes all of whose supertypes are known.
 */
final class PropertyWarnings {

  /** Types whose conditions apply to the value that they complete with. */
  private static final Set<String> LATER =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "com.google.common.util.concurrent.ListenableFuture",
          "reactor.core.publisher.Mono",
          "io.reactivex.rxjava3.core.Single",
          "io.reactivex.rxjava3.core.Maybe");

  private final ClassFiles files;
  private final PropertyPaths paths;

  PropertyWarnings(ClassFiles files) {
    this.files = files;
    this.paths = new PropertyPaths(files);
  }

  List<String> of(MethodFacts method, Strategy strategy) {
    String returned = Type.getReturnType(method.descriptor()).getClassName();
    String result = LATER.contains(returned) ? method.element() : returned;
    List<String> warnings = new ArrayList<>();
    for (ResultCondition condition : strategy.retryOnResult()) {
      if (condition instanceof ResultCondition.Property property) {
        addOf(property.test(), result, warnings);
      } else if (condition instanceof ResultCondition.Value value) {
        addMisfits("the result", value.test(), result, warnings);
      }
    }
    Optional<String> hint = strategy.delayFrom().flatMap(DelaySource::property);
    if (hint.isPresent()) {
      addOfHint(hint.get(), result, strategy, warnings);
    }
    return warnings;
  }

  private void addOf(PropertyTest test, String result, List<String> warnings) {
    PropertyPaths.Found found = paths.find(test.name(), result);
    if (found.missing().isPresent()) {
      warnings.add("its retry-on-result never matches: " + found.missing().get());
    } else if (found.type().isPresent()) {
      addMisfits("'" + test.name() + "'", test.test(), found.type().get(), warnings);
    }
  }

  private void addMisfits(String subject, ValueTest test, String type, List<String> warnings) {
    boolean isEnum = PropertyTypes.of(type, files).map(PropertyTypes::isEnum).orElse(false);
    for (String misfit : LiteralMisfits.of(subject, test, type, isEnum)) {
      warnings.add("its retry-on-result never matches: " + misfit);
    }
  }

  /**
   * Warns about a delay-from property that a result lacks. Exceptions usually have it, so the
   * warning is given only where the rule retries results, or where the name resembles a property of
   * the result.
   */
  private void addOfHint(String name, String result, Strategy strategy, List<String> warnings) {
    Optional<String> missing = paths.find(name, result).missing();
    if (missing.isPresent()
        && (!strategy.retryOnResult().isEmpty() || missing.get().endsWith("?"))) {
      warnings.add(
          "its delay-from finds a delay only in exceptions, never in a result: " + missing.get());
    }
  }
}
