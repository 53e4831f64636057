package dev.mulligan.async.suspend;

import java.lang.reflect.InvocationHandler;

/**
 * The handler of the continuation that the agent passes to a suspend function instead of its
 * caller's.
 */
interface FunctionContinuation extends InvocationHandler {

  /** Whether the function is this method. */
  boolean isOf(int method);
}
