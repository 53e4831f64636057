/**
 * What an application may ask about the attempt that it runs in. Knows the agent only by name, so
 * that it works without one.
 */
@NullMarked
package dev.mulligan.api;

import org.jspecify.annotations.NullMarked;
