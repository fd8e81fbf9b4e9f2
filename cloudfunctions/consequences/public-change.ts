/** A door for who changes what requests depend on. */
export { putSavedChange } from './data/saved-changes';
export { newChange } from './domain/saved-change';
