/**
 * The one ordinary class of the jar: premain, agentmain, main, and the isolated class loader behind
 * them.
 */
@NullMarked
package dev.mulligan.agent;

import org.jspecify.annotations.NullMarked;
