/**
 * The agent in a process: the one ordinary class of the jar, the isolated class loader behind it,
 * the session at work and what it reports. It may use every other package of this module except the
 * command line.
 */
@NullMarked
package dev.mulligan.agent;

import org.jspecify.annotations.NullMarked;
