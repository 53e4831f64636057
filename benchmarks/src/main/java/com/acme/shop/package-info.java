/**
 * The applications that the benchmarks measure. They are outside the product's packages, whose
 * classes are never woven.
 */
@NullMarked
package com.acme.shop;

import org.jspecify.annotations.NullMarked;
