package dev.mulligan.retry.task;

import org.jspecify.annotations.Nullable;

/**
 * What a method was called with. Kept no longer than its call.
 *
 * @param self null for a static method
 * @param arguments as they were at first
 */
// An array, because woven code makes it; nobody changes it, and these are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record CalledWith(@Nullable Object self, @Nullable Object[] arguments) {}
