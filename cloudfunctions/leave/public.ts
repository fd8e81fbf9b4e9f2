/** What other features may read and ask of this one. */
export { findLeaveTypes } from './data/leave-types';
