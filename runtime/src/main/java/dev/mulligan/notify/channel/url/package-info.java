/**
 * Channel URLs in Apprise's grammar: the parser, the arguments and the masking of secrets. Runs
 * before the application's main method: no lambdas, no regular expressions.
 */
@NullMarked
package dev.mulligan.notify.channel.url;

import org.jspecify.annotations.NullMarked;
