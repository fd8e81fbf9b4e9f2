/** The interface for other features. */
export { findAccountAndWaiting } from './data/account-and-waiting';
export { findEarlierRequests } from './data/find-earlier-requests';
export { countPendingIn, findPendingIn } from './data/find-pending-requests';
export { findSubmittedRequests, type SubmittedRequest } from './data/find-submitted-requests';
export { keptPictures } from './data/kept-files';
export { findRequestKeys } from './data/requests';
export { cursor as requestCursor, cursorText, readCursor } from './inputs/request';
