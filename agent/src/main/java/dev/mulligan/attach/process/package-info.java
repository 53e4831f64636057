/**
 * Java processes seen from outside: {@code /proc}, the data that JVMs publish, and the JDK's attach
 * connection. Inspecting a process does not disturb it.
 */
@NullMarked
package dev.mulligan.attach.process;

import org.jspecify.annotations.NullMarked;
