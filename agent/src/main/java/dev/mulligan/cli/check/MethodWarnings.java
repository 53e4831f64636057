package dev.mulligan.cli.check;

import dev.mulligan.match.OneShotTypes;
import dev.mulligan.match.OtherRetries;
import dev.mulligan.match.OtherRetry;
import dev.mulligan.match.OwnCalls;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/** Finds reasons to be careful with a retry of the methods of one class. */
final class MethodWarnings {

  /** HotSpot's HugeMethodLimit: a method above it is only ever interpreted. */
  private static final int LARGEST_COMPILED = 8_000;

  private static final int MOST_NAMED = 3;

  private final TypeSource types;
  private final Map<String, Integer> codeSizes;
  private final OtherRetries otherRetries;
  private final OwnCalls ownCalls;

  MethodWarnings(byte[] classFile, TypeSource types) {
    this.types = types;
    this.codeSizes = MethodCode.sizes(new ClassReader(classFile));
    this.otherRetries = OtherRetries.in(classFile, types);
    this.ownCalls = OwnCalls.in(classFile);
  }

  /**
   * @param attempts the maximum attempts of the method's rule
   * @param sameRule the methods of the class that the same rule covers
   */
  List<String> of(MethodFacts method, int attempts, Collection<MethodFacts> sameRule) {
    List<String> warnings = new ArrayList<>();
    if (Modifier.isSynchronized(method.access())) {
      warnings.add(
          "it is synchronized and holds its monitor during every back-off: other threads wait that long");
    }
    addOneShot(method, warnings);
    for (OtherRetry other : otherRetries.of(method)) {
      warnings.add(other.times(attempts));
    }
    addOneLayer(method, sameRule, warnings);
    int size = codeSizes.getOrDefault(method.name() + method.descriptor(), 0);
    if (size > LARGEST_COMPILED) {
      warnings.add(
          "its "
              + size
              + " bytes of code exceed the limit of the JVM's compiler (8,000): the JVM"
              + " always interprets it, with or without the agent");
    }
    return warnings;
  }

  private void addOneLayer(
      MethodFacts method, Collection<MethodFacts> sameRule, List<String> warnings) {
    List<String> reached = ownCalls.from(method.name() + method.descriptor());
    List<String> inside =
        sameRule.stream()
            .filter(other -> reached.contains(other.name() + other.descriptor()))
            .map(MethodFacts::signature)
            .toList();
    if (!inside.isEmpty()) {
      String more = inside.size() > MOST_NAMED ? " and others" : "";
      warnings.add(
          "it calls "
              + String.join(", ", inside.subList(0, Math.min(inside.size(), MOST_NAMED)))
              + more
              + " of the same rule: they are one layer, and a failure that an inner call gave up on"
              + " is not retried again (unless the rule says nested: multiply)");
    }
  }

  private void addOneShot(MethodFacts method, List<String> warnings) {
    for (String parameter : OneShotTypes.of(method, types)) {
      warnings.add(
          "its parameter of type "
              + parameter
              + " can be read only once: a second attempt may find it consumed");
    }
  }
}
