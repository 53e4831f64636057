package dev.mulligan.attach.report;

import java.util.List;

/**
 * A rule and what it does in this process so far.
 *
 * @param strategy its name, or a short description where the rule has its own
 * @param mode {@code retry}, {@code observe} or {@code off}
 * @param methods of loaded classes that are woven for this rule
 * @param refused methods that the rule matches and that are not woven
 * @param alsoRetried woven methods that another library retries too
 */
public record RuleReport(
    String name,
    String strategy,
    String mode,
    List<MethodReport> methods,
    List<RefusedMethod> refused,
    List<Note> alsoRetried) {

  /** Of a rule whose methods nobody else retries. */
  public RuleReport(
      String name,
      String strategy,
      String mode,
      List<MethodReport> methods,
      List<RefusedMethod> refused) {
    this(name, strategy, mode, methods, refused, List.of());
  }

  /**
   * @param method as in {@code com.acme.PaymentGateway.charge(String, long)}
   * @param loader the class loader's own name, for people; empty for the application's loader
   */
  public record MethodReport(String method, String loader, Counts counts) {}

  /**
   * @param reason why, and what would change it
   */
  public record RefusedMethod(String method, String reason) {}

  /**
   * @param text what deserves a look
   */
  public record Note(String method, String text) {}

  /** The counts of all its methods together. */
  public Counts counts() {
    return methods.stream().map(MethodReport::counts).reduce(Counts.NONE, Counts::plus);
  }
}
