/** The interface for other features. */
export { findPayItems } from './data/pay-items';
export { findSalaries } from './data/salaries';
export { payItems } from './inputs/pay-item';
