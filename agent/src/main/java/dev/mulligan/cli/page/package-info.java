/**
 * The pages that commands show to people: tables of rules, methods, channels, guards and mistakes.
 * They receive reports and a console and collect no data themselves.
 */
@NullMarked
package dev.mulligan.cli.page;

import org.jspecify.annotations.NullMarked;
