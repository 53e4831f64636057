package dev.mulligan.weave;

/** Follows the rewriting of loaded classes, and may end it early. */
public interface Progress {

  /**
   * Called after each slice of classes, also before the first one.
   *
   * @param classes how many are rewritten
   * @param ofClasses how many must be rewritten
   * @param methods how many methods are woven now
   * @return false to rewrite no more; the caller then undoes what was done
   */
  boolean goesOn(int classes, int ofClasses, int methods);
}
