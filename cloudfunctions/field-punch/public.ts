/** The interface for other features. */
export { queueRequest } from './data/queued-requests';
