/**
 * The agent in a process: the entry class, which is also the isolated class loader, the session and
 * its reports. It may use every other package of this module except the command line.
 */
@NullMarked
package dev.mulligan.agent;

import org.jspecify.annotations.NullMarked;
