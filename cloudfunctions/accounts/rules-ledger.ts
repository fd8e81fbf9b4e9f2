/** A door for who draws on the ledger of an account. */
export { type GrantState, grantsOf, oldestFirst, shortfallOf, usableOn } from './domain/ledger';
