package dev.mulligan.async;

/** How an asynchronous method tells its result. */
public enum Form {
  /** {@code java.util.concurrent.CompletionStage} and its subtypes. */
  STAGE
}
