package dev.mulligan.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.mulligan.redact.Redactor;
import java.util.List;
import java.util.Locale;

/** Redaction throws nothing and leaves no password behind that its name announces. */
public final class RedactorFuzz {

  private static final String SECRET = "hunter2hunter2";
  private static final Redactor REDACTOR = new Redactor(List.of());

  private RedactorFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String name = data.pickValue(List.of("password=", "api_key: ", "--token ", "secret = "));
    String before = data.consumeString(200);
    String after = data.consumeRemainingAsString();
    if ((before + after).toLowerCase(Locale.ROOT).contains(SECRET)) {
      return; // the fuzzer has learnt it, and may write it where nothing is secret
    }
    String line = before + "\n" + name + SECRET + "\n" + after;
    if (REDACTOR.apply(line).toLowerCase(Locale.ROOT).contains(SECRET)) {
      throw new AssertionError("a secret is left: " + REDACTOR.apply(line));
    }
  }
}
