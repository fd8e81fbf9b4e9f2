/** A door for who changes what requests depend on. */
export { putSavedChange } from './data/saved-changes';
export { type ChangeScope, newChange, type SavedChange } from './domain/saved-change';
