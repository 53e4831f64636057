/**
 * The demonstration: a flaky service and a webhook on loopback in this JVM, an unchanged program
 * with the agent in a child JVM, and what each of them does, as it happens.
 */
@NullMarked
package dev.mulligan.cli.demo;

import org.jspecify.annotations.NullMarked;
