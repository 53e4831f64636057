package dev.mulligan.benchmarks.redact;

import dev.mulligan.redact.Redactor;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Redacts one text again and again; two system properties name it. */
@State(Scope.Benchmark)
public class Redaction {

  static final String TEXT = "mulligan.redact.text";
  static final String LENGTH = "mulligan.redact.length";

  private final Redactor redactor = new Redactor(List.of());
  private final String text =
      Text.valueOf(System.getProperty(TEXT)).ofLength(Integer.getInteger(LENGTH));

  @Benchmark
  public String redact() {
    return redactor.apply(text);
  }
}
