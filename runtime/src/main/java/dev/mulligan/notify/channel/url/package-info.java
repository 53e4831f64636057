/**
 * Channel URLs in Apprise's grammar: their parser, their arguments and the mask of their secrets.
 * Runs before the application's main method: no lambdas, no regular expressions.
 */
@NullMarked
package dev.mulligan.notify.channel.url;

import org.jspecify.annotations.NullMarked;
