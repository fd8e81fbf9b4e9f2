/** The interface for other features. */
export { findSubmittedRequests, type SubmittedRequest } from './data/find-submitted-requests';
