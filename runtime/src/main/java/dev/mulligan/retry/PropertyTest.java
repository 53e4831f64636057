package dev.mulligan.retry;

/**
 * A property of an object and what it must be.
 *
 * @param name {@code statusCode} is read from {@code statusCode()} or {@code getStatusCode()}; dots
 *     go deeper
 */
public record PropertyTest(String name, ValueTest test) {}
