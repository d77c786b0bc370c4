package io.github.qbconnector.compatibility.app.products;

import jakarta.ejb.Stateful;

/** Lives as long as its client: a system exception would end it. */
@Stateful
public class StatefulProducts extends TwoProducts {}
