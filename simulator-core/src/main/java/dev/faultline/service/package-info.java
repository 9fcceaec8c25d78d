/** What clients see, whichever protocol is underneath: operations, results, models. */
@NullMarked
package dev.faultline.service;

import org.jspecify.annotations.NullMarked;
