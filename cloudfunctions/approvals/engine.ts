/** The interface of the engine for the kinds. */
export { submitOnce } from './actions/submit-request';
export { contentHash, requireType } from './services/prepare';
