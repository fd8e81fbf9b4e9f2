/** The interface for other features. */
export { findTypes } from './data/request-types';
export { requestKind, typeId } from './inputs/names';
