package dev.mulligan.weave.rewrite;

import dev.mulligan.retry.judge.ResultJudge;
import dev.mulligan.weave.rewrite.Advised.Kind;
import java.util.Optional;

/** The values that a method can return, according to its descriptor. */
public record ReturnedValues(String type) {

  /**
   * @param descriptor the method's descriptor
   */
  public static ReturnedValues of(String descriptor) {
    return new ReturnedValues(descriptor.substring(descriptor.indexOf(')') + 1));
  }

  /** Whether any value can match a condition. */
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
   * The kind of advice for the method.
   *
   * @param nullOnly whether only null can match a condition
   */
  public Kind kind(boolean nullOnly) {
    if (isPrimitive()) {
      // The JDK caches the boxes of all bytes and booleans.
      boolean whole = type.equals("I") || type.equals("J") || type.equals("S");
      return whole ? Kind.WHOLE_RESULT : Kind.RESULT;
    }
    return nullOnly ? Kind.NULL_RESULT : Kind.RESULT;
  }

  private boolean isPrimitive() {
    return type.length() == 1;
  }

  /** The class of all values except null, if there is only one. */
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
