/**
 * The API by which an application queries its current attempt. It refers to the agent only by name,
 * so that it works without one.
 */
@NullMarked
package dev.mulligan.api;

import org.jspecify.annotations.NullMarked;
