/** The interface for other features: pure rules and types. */
export { confirmsClaim, isWithinClaim, type OpenClaim } from './domain/open-claim';
