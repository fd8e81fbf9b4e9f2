/** Pure rules and types that other features build on. */
export type { ChangeScope } from './domain/saved-change';
