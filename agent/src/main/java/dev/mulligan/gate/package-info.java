/**
 * The class that woven code calls. The build relocates it into {@code java.lang}, where every class
 * loader and every module can see it, so it uses the JDK alone.
 */
package dev.mulligan.gate;
