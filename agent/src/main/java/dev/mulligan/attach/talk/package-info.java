/**
 * The exchange between the command line and an agent: one request and one reply, in a private
 * directory. Both sides are in this package, so that they agree on names and format.
 */
@NullMarked
package dev.mulligan.attach.talk;

import org.jspecify.annotations.NullMarked;
