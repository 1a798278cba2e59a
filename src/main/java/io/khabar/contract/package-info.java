/**
 * The OpenAPI document. Annotations on resources name their operations; what all operations of a kind have in common
 * (headers, answers, problems, security) is added here, and query parameters come from the very declarations that read
 * them, so that the document cannot say anything else than the code.
 */
@NullMarked
package io.khabar.contract;

import org.jspecify.annotations.NullMarked;
