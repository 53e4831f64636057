/**
 * The applications that are measured. They live outside this product's packages, whose classes are
 * never woven.
 */
@NullMarked
package com.acme.shop;

import org.jspecify.annotations.NullMarked;
