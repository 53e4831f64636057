package dev.mulligan.async.suspend;

import java.lang.reflect.InvocationHandler;

/**
 * The handler of the continuation that a suspend function is given in the place of its caller's.
 */
interface FunctionContinuation extends InvocationHandler {

  /** Whether the function is this method. */
  boolean isOf(int method);
}
