/** The interface for other features: reads and writes. */
export {
  accountsById,
  addEntries,
  applyEffect,
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
