/** A door for the nightly job: changes that are worked off. */
export { retainedChanges } from './data/saved-changes';
