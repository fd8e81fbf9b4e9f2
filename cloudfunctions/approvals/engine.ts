/** The interface of the engine for the kinds. */
export { submitOnce } from './actions/submit-request';
export { keepFile } from './services/keep-file';
export { contentHash, requireType } from './services/prepare';
