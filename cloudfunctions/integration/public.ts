/** The values of a signed request, which `goals` books. */
export { findKeptRequest } from './data/kept-requests';
export type { OutsideValue } from './domain/outside-value';
export type { KeptRequest } from './domain/repeat';
