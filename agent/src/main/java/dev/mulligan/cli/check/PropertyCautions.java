package dev.mulligan.cli.check;

import dev.mulligan.match.MethodFacts;
import dev.mulligan.retry.DelaySource;
import dev.mulligan.retry.PropertyTest;
import dev.mulligan.retry.ResultCondition;
import dev.mulligan.retry.Strategy;
import dev.mulligan.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;

/**
 * What a strategy asks of a method's results that none of them can have. Only what is certain is
 * said: of classes that have no subclasses, and of which all is known.
 */
final class PropertyCautions {

  /** Of these the value that they come to is asked. */
  private static final Set<String> LATER =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "com.google.common.util.concurrent.ListenableFuture",
          "reactor.core.publisher.Mono",
          "io.reactivex.rxjava3.core.Single",
          "io.reactivex.rxjava3.core.Maybe");

  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "char", "java.lang.Character",
          "short", "java.lang.Short",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Float",
          "double", "java.lang.Double");

  private final ClassFiles files;

  PropertyCautions(ClassFiles files) {
    this.files = files;
  }

  List<String> of(MethodFacts method, Strategy strategy) {
    String returned = Type.getReturnType(method.descriptor()).getClassName();
    String result = LATER.contains(returned) ? method.element() : returned;
    List<String> cautions = new ArrayList<>();
    for (ResultCondition condition : strategy.retryOnResult()) {
      if (condition instanceof ResultCondition.Property property) {
        addOf(property.test(), result, cautions);
      }
    }
    Optional<String> hint = strategy.delayFrom().flatMap(DelaySource::property);
    if (hint.isPresent()) {
      addOfHint(hint.get(), result, strategy, cautions);
    }
    return cautions;
  }

  private void addOf(PropertyTest test, String result, List<String> cautions) {
    Found found = find(test.name(), result);
    if (found.missing().isPresent()) {
      cautions.add("its retry-on-result never holds: " + found.missing().get());
    } else if (found.type().isPresent()) {
      String type = found.type().get();
      boolean isEnum = PropertyTypes.of(type, files).map(PropertyTypes::isEnum).orElse(false);
      for (String misfit : LiteralMisfits.of(test, type, isEnum)) {
        cautions.add("its retry-on-result compares in vain: " + misfit);
      }
    }
  }

  /**
   * Exceptions may have it, and most often do: a result without it is worth a word only where
   * results are retried, or where the name is nearly one of its own.
   */
  private void addOfHint(String name, String result, Strategy strategy, List<String> cautions) {
    Optional<String> missing = find(name, result).missing();
    if (missing.isPresent()
        && (!strategy.retryOnResult().isEmpty() || missing.get().endsWith("?"))) {
      cautions.add(
          "its delay-from finds nothing in a result, only in exceptions: " + missing.get());
    }
  }

  /**
   * @param type of the property, where that is known
   * @param missing why there is no such property, where that is certain
   */
  private record Found(Optional<String> type, Optional<String> missing) {}

  private Found find(String property, String result) {
    String type = result;
    for (String name : property.split("\\.", -1)) {
      String className = BOXES.getOrDefault(type, type);
      Optional<PropertyTypes> types = PropertyTypes.of(className, files);
      Optional<String> next = types.flatMap(known -> known.find(name));
      if (next.isEmpty()) {
        return new Found(
            Optional.empty(),
            types
                .filter(PropertyTypes::isFinal)
                .map(known -> className + " has no public '" + name + "'" + nearest(name, known)));
      }
      type = Type.getType(next.get()).getClassName();
    }
    return new Found(Optional.of(type), Optional.empty());
  }

  private static String nearest(String name, PropertyTypes known) {
    return NearestName.of(name, known.names())
        .map(near -> ": did you mean '" + near + "'?")
        .orElse("");
  }
}
