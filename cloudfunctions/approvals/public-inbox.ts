/** What the inbox reads of a request to tell whether it still waits. */
export { requests as requestsOfInbox } from './data/requests';
