package dev.mulligan.it.parity;

import java.util.regex.Pattern;

/** Replaces values that differ in each run by a description of their kind. */
final class RunValues {

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern SIGNING_TIME = Pattern.compile("\\b\\d{8}T\\d{6}Z\\b");
  private static final Pattern CREDENTIAL_DATE = Pattern.compile("(Credential=[^/]+/)\\d{8}/");
  private static final Pattern SIGNATURE = Pattern.compile("Signature=[0-9a-f]{64}");
  private static final Pattern MATRIX_TRANSACTION =
      Pattern.compile("(/send/m\\.room\\.message)/[^/]+$");

  private RunValues() {}

  static String in(String value) {
    String text = TIME.matcher(value).replaceAll("<time>");
    text = SIGNING_TIME.matcher(text).replaceAll("<time>");
    text = CREDENTIAL_DATE.matcher(text).replaceAll("$1<date>/");
    text = SIGNATURE.matcher(text).replaceAll("Signature=<signature>");
    return MATRIX_TRANSACTION.matcher(text).replaceAll("$1/<transaction>");
  }

  /** Slack's {@code ts} are seconds, of which a fraction may follow. */
  static String in(String name, String value) {
    return name.endsWith(".ts") ? "<time>" : in(value);
  }
}
