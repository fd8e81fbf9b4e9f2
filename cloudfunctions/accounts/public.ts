/** What other features may read and ask of this one. */
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
  openInAccount,
  type StoredAccount,
  warmAccountOf,
} from './data/accounts';
