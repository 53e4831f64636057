package dev.mulligan.retry.task;

import org.jspecify.annotations.Nullable;

/**
 * The receiver and the arguments of a call. Kept no longer than the call.
 *
 * @param self null for a static method
 * @param arguments as they were at the start of the call
 */
// An array, because woven code creates it. Nothing modifies it, and instances are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record CalledWith(@Nullable Object self, @Nullable Object[] arguments) {}
