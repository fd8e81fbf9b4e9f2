/** What other features may read and ask of this one. */
export { queueRequest } from './data/queued-requests';
