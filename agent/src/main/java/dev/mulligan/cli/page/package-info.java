/**
 * The pages that commands show to people: tables of rules, methods, channels, guards and mistakes.
 * They get reports and a console, and find out nothing by themselves.
 */
@NullMarked
package dev.mulligan.cli.page;

import org.jspecify.annotations.NullMarked;
