/** What other features may read and ask of this one. */
export { findTypes } from './data/request-types';
export { requestKind, typeId } from './inputs/names';
