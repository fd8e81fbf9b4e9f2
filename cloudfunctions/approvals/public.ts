/** The interface for other features. */
export { findSubmittedRequests } from './data/find-submitted-requests';
