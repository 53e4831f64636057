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

/** What deserves a look before the methods of one class are retried. */
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
   * @param attempts how many the method's rule makes
   */
  List<String> of(MethodFacts method, int attempts) {
    List<String> cautions = new ArrayList<>();
    if (Modifier.isSynchronized(method.access())) {
      cautions.add("it holds its monitor through every back-off: other threads wait as long");
    }
    addOneShot(method, cautions);
    for (OtherRetry other : otherRetries.of(method)) {
      cautions.add(other.times(attempts));
    }
    int size = codeSizes.getOrDefault(method.name() + method.descriptor(), 0);
    if (size > LARGEST_COMPILED) {
      cautions.add(
          "its "
              + size
              + " bytes of code are more than the JVM's compiler takes (8,000): it is"
              + " always interpreted, with or without the agent");
    }
    return cautions;
  }

  private void addOneShot(MethodFacts method, List<String> cautions) {
    for (String parameter : OneShotTypes.of(method, types)) {
      cautions.add(
          "its parameter of type "
              + parameter
              + " can be read only once: a second attempt may find it used up");
    }
  }
}
