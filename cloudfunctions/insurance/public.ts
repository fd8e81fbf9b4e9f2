/** The interface for other features. */

export { resealedBases } from './data/bases';
export { addContributions, findContributions, resealedContributions } from './data/contributions';
export { findAverages } from './services/find-averages';
export { findInsuranceOf } from './services/find-insurance-of';
