/** What the month-end shows of exports. */

export { resealedSettings } from './data/file-settings';
export { resealedDetails } from './data/pay-details';
export { findFilesMade, resealedExports } from './data/pay-exports';
