package io.github.qbconnector.compatibility.app.products;

import jakarta.ejb.Stateless;

/** Keeps nothing between calls. */
@Stateless
public class StatelessProducts extends TwoProducts {}
