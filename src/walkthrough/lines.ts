/** Lines of a text, counted from 1. */
export type Lines = readonly [first: number, last: number]
