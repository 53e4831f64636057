/**
 * The program of the demonstration: an ordinary one, which knows nothing of retrying. It is not
 * part of the agent; its class files are copied out of the jar and run in a JVM of their own.
 */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
