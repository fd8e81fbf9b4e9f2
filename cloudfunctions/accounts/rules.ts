/** Pure rules and types that other features build on. */
export {
  type Account,
  type AccountChange,
  type AccountEffect,
  type AccountSpan,
  emptyAccount,
  isEmptyChange,
  type LedgerEntry,
  NO_CHANGE,
} from './domain/account';
