/**
 * The demonstration: a flaky service and a webhook on the loopback address, and an unchanged
 * program with the agent in a child JVM. It collects the events of each participant as they happen.
 */
@NullMarked
package dev.mulligan.cli.demo;

import org.jspecify.annotations.NullMarked;
