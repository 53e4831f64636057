package dev.mulligan.cli.check;

import dev.mulligan.match.OneShotTypes;
import dev.mulligan.match.OtherRetries;
import dev.mulligan.match.OtherRetry;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/** Finds reasons to be careful with a retry of the methods of one class. */
final class MethodWarnings {

  /** HotSpot's HugeMethodLimit: a method above it is only ever interpreted. */
  private static final int LARGEST_COMPILED = 8_000;

  private final TypeSource types;
  private final Map<String, Integer> codeSizes;
  private final OtherRetries otherRetries;

  MethodWarnings(byte[] classFile, TypeSource types) {
    this.types = types;
    this.codeSizes = MethodCode.sizes(new ClassReader(classFile));
    this.otherRetries = OtherRetries.in(classFile, types);
  }

  /**
   * @param attempts the maximum attempts of the method's rule
   */
  List<String> of(MethodFacts method, int attempts) {
    List<String> warnings = new ArrayList<>();
    if (Modifier.isSynchronized(method.access())) {
      warnings.add(
          "it is synchronized and holds its monitor during every back-off: other threads wait that long");
    }
    addOneShot(method, warnings);
    for (OtherRetry other : otherRetries.of(method)) {
      warnings.add(other.times(attempts));
    }
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

  private void addOneShot(MethodFacts method, List<String> warnings) {
    for (String parameter : OneShotTypes.of(method, types)) {
      warnings.add(
          "its parameter of type "
              + parameter
              + " can be read only once: a second attempt may find it consumed");
    }
  }
}
