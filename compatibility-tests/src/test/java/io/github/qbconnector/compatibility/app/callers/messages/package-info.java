/** Message-driven beans that call QuickBooks, and who sends them messages. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.messages;

import org.jspecify.annotations.NullMarked;
