package dev.mulligan.weave.rewrite;

import dev.mulligan.weave.method.MethodTable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an advice parameter bound to the method's number in the {@link MethodTable}, an int
 * constant in the woven code.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface MethodId {}
