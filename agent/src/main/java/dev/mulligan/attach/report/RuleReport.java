package dev.mulligan.attach.report;

import java.util.List;

/**
 * The state of a rule in a process: its methods and their counts.
 *
 * @param strategy its name, or a short description where the rule has its own
 * @param mode {@code retry}, {@code observe} or {@code off}
 * @param methods of loaded classes that are woven for this rule
 * @param refused methods that the rule matches but the agent does not weave
 * @param alsoRetried woven methods that another library retries too
 * @param earlier the counts of methods that are no longer woven for this rule: their class loader
 *     is gone, or the rules have changed
 */
public record RuleReport(
    String name,
    String strategy,
    String mode,
    List<MethodReport> methods,
    List<RefusedMethod> refused,
    List<Note> alsoRetried,
    Counts earlier) {

  /** A report of a rule without methods that another library retries too. */
  public RuleReport(
      String name,
      String strategy,
      String mode,
      List<MethodReport> methods,
      List<RefusedMethod> refused) {
    this(name, strategy, mode, methods, refused, List.of(), Counts.NONE);
  }

  /**
   * @param method such as {@code com.acme.PaymentGateway.charge(String, long)}
   * @param loader the class loader's own name, for display; empty for the application's loader
   */
  public record MethodReport(String method, String loader, Counts counts) {}

  /**
   * @param reason why it is refused, and what to change
   */
  public record RefusedMethod(String method, String reason) {}

  /**
   * @param text the note, for the user
   */
  public record Note(String method, String text) {}

  /** The sum of the counts of all its methods, the earlier ones too. */
  public Counts counts() {
    return methods.stream().map(MethodReport::counts).reduce(earlier, Counts::plus);
  }
}
