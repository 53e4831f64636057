package dev.mulligan.weave.rewrite;

import dev.mulligan.retry.judge.ResultJudge;
import dev.mulligan.weave.rewrite.Advised.Kind;
import java.util.Optional;

/** What a method's descriptor tells about the values that it returns. */
public record ReturnedValues(String type) {

  /**
   * @param descriptor of the method
   */
  public static ReturnedValues of(String descriptor) {
    return new ReturnedValues(descriptor.substring(descriptor.indexOf(')') + 1));
  }

  /** Whether some value can fit a condition. */
  public boolean mayFit(ResultJudge judge) {
    if (type.equals("V")) {
      return false;
    }
    Optional<Class<?>> only = onlyClass();
    return only.isEmpty()
        || judge.suspectsAny(only.get())
        || (!isPrimitive() && judge.suspectsNull());
  }

  /**
   * How results are judged.
   *
   * @param nullOnly whether null alone can fit a condition
   */
  public Kind kind(boolean nullOnly) {
    if (isPrimitive()) {
      // The JDK has a box at hand for every byte and boolean.
      boolean whole = type.equals("I") || type.equals("J") || type.equals("S");
      return whole ? Kind.WHOLE_RESULT : Kind.RESULT;
    }
    return nullOnly ? Kind.NULL_RESULT : Kind.RESULT;
  }

  private boolean isPrimitive() {
    return type.length() == 1;
  }

  /** The class of all values but null, where there can be only one. */
  private Optional<Class<?>> onlyClass() {
    return switch (type) {
      case "Z", "Ljava/lang/Boolean;" -> Optional.of(Boolean.class);
      case "B", "Ljava/lang/Byte;" -> Optional.of(Byte.class);
      case "S", "Ljava/lang/Short;" -> Optional.of(Short.class);
      case "C", "Ljava/lang/Character;" -> Optional.of(Character.class);
      case "I", "Ljava/lang/Integer;" -> Optional.of(Integer.class);
      case "J", "Ljava/lang/Long;" -> Optional.of(Long.class);
      case "F", "Ljava/lang/Float;" -> Optional.of(Float.class);
      case "D", "Ljava/lang/Double;" -> Optional.of(Double.class);
      case "Ljava/lang/String;" -> Optional.of(String.class);
      default -> Optional.empty();
    };
  }
}
