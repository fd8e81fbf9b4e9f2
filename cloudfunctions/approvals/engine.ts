/** The interface of the engine for the kinds. */
export { submitOnce as sendOnce } from './actions/submit-request';
export { contentHash, requireType } from './services/prepare';
