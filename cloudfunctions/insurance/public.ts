/** The interface for other features. */
export { addContributions, findContributions } from './data/contributions';
export { findInsuranceOf } from './services/find-insurance-of';
