/** The interface for other features. */

export { resealedBases } from './data/bases';
export { addContributions, findContributions, resealedContributions } from './data/contributions';
export { findInsuranceOf } from './services/find-insurance-of';
