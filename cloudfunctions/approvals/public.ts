/** The interface for other features. */
export { findAccountAndWaiting } from './data/account-and-waiting';
export { findSubmittedRequests, type SubmittedRequest } from './data/find-submitted-requests';
