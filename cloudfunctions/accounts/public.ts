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
  putEffect,
  type StoredAccount,
  stageInAccount,
  warmAccountOf,
} from './data/accounts';
