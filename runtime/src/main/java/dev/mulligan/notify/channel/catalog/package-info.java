/**
 * Creates channels from URLs: the switch over all schemes, and the native URLs of vendors. The only
 * package that depends on every channel; it runs before the application's main method.
 */
@NullMarked
package dev.mulligan.notify.channel.catalog;

import org.jspecify.annotations.NullMarked;
