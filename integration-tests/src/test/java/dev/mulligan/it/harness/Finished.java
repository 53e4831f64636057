package dev.mulligan.it.harness;

import java.util.List;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * The result of a child JVM that has ended.
 *
 * @param status its exit status
 * @param out lines of its standard output
 * @param err lines of its standard error
 */
public record Finished(List<String> command, int status, List<String> out, List<String> err) {

  public AbstractIntegerAssert<?> assertStatus() {
    return Assertions.assertThat(status).as(this::report);
  }

  public ListAssert<String> assertOut() {
    return Assertions.assertThat(out).as(this::report);
  }

  public ListAssert<String> assertErr() {
    return Assertions.assertThat(err).as(this::report);
  }

  /** All of it, for a failing test's message. */
  public String report() {
    return report(command, "status " + status, out, err);
  }

  static String report(List<String> command, String state, List<String> out, List<String> err) {
    return "%s (%s)%n-- standard output%n%s%n-- standard error%n%s%n"
        .formatted(
            String.join(" ", command), state, String.join("\n", out), String.join("\n", err));
  }
}
