/** The interface for the feature that decides that an employment ends. */
export { saveLeaving } from './data/leavings';
