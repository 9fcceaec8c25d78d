/** Faults as data: actions, rules that draw them, and the injector that carries them out. */
@NullMarked
package dev.faultline.fault;

import org.jspecify.annotations.NullMarked;
