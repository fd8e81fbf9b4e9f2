/** The interface for other features. Answers and their raters are not in it. */
export { findReopenings } from './services/for-calibrators';
export { findReviewSnapshots, isReviewClosed } from './services/seen-review';
