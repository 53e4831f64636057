/**
 * Methods that return a type of Reactor or RxJava 3: each subscription is a call, and another
 * attempt is another subscription. Uses {@code async} and the runtime's guards.
 */
@NullMarked
package dev.mulligan.async.reactive;

import org.jspecify.annotations.NullMarked;
