/** The interface for other features. */
export { findLeaveTypes } from './data/leave-types';
