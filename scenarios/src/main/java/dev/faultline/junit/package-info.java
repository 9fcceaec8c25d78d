/** Scenarios as tests: a JUnit 5 extension, and arbitraries for jqwik. */
@NullMarked
package dev.faultline.junit;

import org.jspecify.annotations.NullMarked;
