/** What kinds ask the engine to do. */
export { sendOnce } from './actions/submit-request';
export { contentHash, requireType } from './services/prepare';
