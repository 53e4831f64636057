/**
 * The demonstration: a flaky service and a webhook on the loopback address, and an unchanged
 * program with the agent in a child JVM. It collects what each of them does, as it happens.
 */
@NullMarked
package dev.mulligan.cli.demo;

import org.jspecify.annotations.NullMarked;
