/** The interface for other features: reads and writes. */
export {
  addEntries,
  applyEffect,
  archivePast,
  bringBackFor,
  clearStaged,
  findAccountWith,
  holdsAllOf,
  putEffect,
  stageInAccount,
} from './data/account-changes';
export {
  accountsById,
  cacheAccount,
  completeAccount,
  completeLeave,
  findAccount,
  findAccounts,
  findStaged,
  findWholeAccount,
  freshAccountOf,
  warmAccountOf,
} from './data/accounts';
export type { StoredAccount } from './domain/account';
