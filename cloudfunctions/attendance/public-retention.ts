/** A door for the nightly job: what attendance does not keep for good. */
export { retainedFlagRuns } from './data/flag-runs';
export { retainedPhones } from './data/phones';
export { retainedTries } from './data/punch-tries';
