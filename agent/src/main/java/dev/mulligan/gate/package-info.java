/**
 * What woven code calls. The build relocates the one class of this package into {@code java.lang},
 * where every class loader and every module can see it.
 */
package dev.mulligan.gate;
