package dev.mulligan.attach.talk;

/** Whether an attach accepts a rule file that fits the process only in part. */
public enum Strictness {
  /** The agent weaves what it can; the report lists the rest. */
  LENIENT,
  /**
   * A rule that matches nothing, or a matched method that cannot be woven, is a {@link Refusal}.
   */
  STRICT
}
