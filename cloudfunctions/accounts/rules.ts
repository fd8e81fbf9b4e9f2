/** The interface for other features: pure rules and types. */
export {
  type Account,
  type AccountChange,
  type AccountEffect,
  type AccountSpan,
  compTimeCreditKey,
  emptyAccount,
  isEmptyChange,
  type LedgerEntry,
  NO_CHANGE,
  withChange,
} from './domain/account';
export { cutOn, moveToArchive } from './domain/move-to-archive';
