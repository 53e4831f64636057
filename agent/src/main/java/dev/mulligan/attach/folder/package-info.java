/**
 * Files in folders in which other users of the machine can write. No symbolic link is followed, and
 * only regular files of a trusted owner and of bounded size are read.
 */
@NullMarked
package dev.mulligan.attach.folder;

import org.jspecify.annotations.NullMarked;
