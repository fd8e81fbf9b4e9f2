/** What the month-end shows of exports. */

export { resealedSettings } from './data/file-settings';
export { findAccountsChanged, resealedDetails } from './data/pay-details';
export { findFilesMade, resealedExports } from './data/pay-exports';
