import { v7 } from 'uuid';

/** A new id: UUIDv7, so that ids sort by when they were made. Needs no secure context (`getRandomValues` is there on plain http). */
export const newId = (): string => v7();
