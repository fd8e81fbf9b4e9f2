/** The interface for other features. */
export { findTypes, type TypeInForce } from './data/request-types';
export { requestKind, typeId } from './inputs/names';
