package dev.mulligan.attach.talk;

/** How much of a rule file must fit for an attach to go on. */
public enum Strictness {
  /** What can be woven is woven; the report says what could not. */
  LENIENT,
  /**
   * A rule that matches nothing, or a matched method that cannot be woven, is a {@link Refusal}.
   */
  STRICT
}
