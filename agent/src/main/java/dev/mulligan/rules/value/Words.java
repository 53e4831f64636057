package dev.mulligan.rules.value;

import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.Scalar.Style;
import java.util.Optional;

/** Interprets YAML 1.1's words for true and false. */
public final class Words {

  public static final String OFF = "off";

  private Words() {}

  /** Empty for any other value and for a text in quotes. */
  public static Optional<Boolean> truth(Scalar scalar) {
    return scalar.style() == Style.QUOTED && !scalar.isSecret()
        ? Optional.empty()
        : truth(scalar.text());
  }

  static boolean isTruth(String text) {
    return truth(text).isPresent();
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" -> Optional.of(true);
      case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether the value is {@code off}, in quotes or not; YAML 1.1 reads it as false. */
  public static boolean isOff(Node node) {
    return node instanceof Scalar scalar
        && (scalar.text().equals(OFF) || truth(scalar).equals(Optional.of(false)));
  }
}
