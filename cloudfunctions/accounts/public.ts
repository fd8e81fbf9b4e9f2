/** The interface for other features: reads and writes. */
export {
  accountsById,
  addEntries,
  applyEffect,
  cacheAccount,
  clearStaged,
  findAccount,
  findAccounts,
  findAccountsOf,
  findStaged,
  freshAccountOf,
  type StoredAccount,
  stageInAccount,
  warmAccountOf,
} from './data/accounts';
