/**
 * The class that woven code calls. The build relocates it into {@code java.lang}, where every class
 * loader and every module can see it; therefore it uses only the JDK.
 */
package dev.mulligan.gate;
