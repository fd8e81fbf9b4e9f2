/** A door for the nightly job: field punches that have become requests. */
export { retainedWishes } from './data/queued-requests';
