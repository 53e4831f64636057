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
 * What a strategy asks of a method's results that none of them can have. Only what is certain is
 * said: of classes that have no subclasses, and of which all is known.
 */
final class PropertyWarnings {

  /** Of these the value that they come to is asked. */
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
    List<String> cautions = new ArrayList<>();
    for (ResultCondition condition : strategy.retryOnResult()) {
      if (condition instanceof ResultCondition.Property property) {
        addOf(property.test(), result, cautions);
      } else if (condition instanceof ResultCondition.Value value) {
        addMisfits("the result", value.test(), result, cautions);
      }
    }
    Optional<String> hint = strategy.delayFrom().flatMap(DelaySource::property);
    if (hint.isPresent()) {
      addOfHint(hint.get(), result, strategy, cautions);
    }
    return cautions;
  }

  private void addOf(PropertyTest test, String result, List<String> cautions) {
    PropertyPaths.Found found = paths.find(test.name(), result);
    if (found.missing().isPresent()) {
      cautions.add("its retry-on-result never holds: " + found.missing().get());
    } else if (found.type().isPresent()) {
      addMisfits("'" + test.name() + "'", test.test(), found.type().get(), cautions);
    }
  }

  private void addMisfits(String subject, ValueTest test, String type, List<String> cautions) {
    boolean isEnum = PropertyTypes.of(type, files).map(PropertyTypes::isEnum).orElse(false);
    for (String misfit : LiteralMisfits.of(subject, test, type, isEnum)) {
      cautions.add("its retry-on-result compares in vain: " + misfit);
    }
  }

  /**
   * Exceptions may have it, and most often do: a result without it is worth a word only where
   * results are retried, or where the name is nearly one of its own.
   */
  private void addOfHint(String name, String result, Strategy strategy, List<String> cautions) {
    Optional<String> missing = paths.find(name, result).missing();
    if (missing.isPresent()
        && (!strategy.retryOnResult().isEmpty() || missing.get().endsWith("?"))) {
      cautions.add(
          "its delay-from finds nothing in a result, only in exceptions: " + missing.get());
    }
  }
}
