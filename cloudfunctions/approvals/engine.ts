/** The interface of the engine for the kinds. */
export { decideOne } from './actions/decide-step';
export { submitOnce } from './actions/submit-request';
export { findRequest, findStates, requestsOfKind } from './data/requests';
export { actorOf, allowedVerbs, canView } from './domain/request/acting';
export type { RequestDocument } from './domain/request/request';
export { expectedRevision, optionalComment, requestId } from './inputs/request';
export { keepFile } from './services/keep-file';
export { contentHash, requireType } from './services/prepare';
export { decryptedValues, fingerprintedValues, placeOfValue } from './services/private-values';
