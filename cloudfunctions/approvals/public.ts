/** What other features may read of requests. */
export { findSubmittedRequests } from './data/find-submitted-requests';
