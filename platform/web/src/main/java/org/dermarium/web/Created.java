package org.dermarium.web;

/** What was made, by its number. */
public record Created(long id) {}
