/** What the month-end shows of exports. */
export { findFilesMade } from './data/pay-exports';
