/**
 * The sample program of the {@code demo} command. It contains no retry code. It is not part of the
 * agent: the demo copies its class files out of the jar and runs them in a separate JVM.
 */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
