/**
 * The exchange between the command line and an agent: one request and one reply, in a directory of
 * their own. Both ends are here, so that they agree upon names and format.
 */
@NullMarked
package dev.mulligan.attach.talk;

import org.jspecify.annotations.NullMarked;
