/** The interface for who changes what runs pay. */
export { outdateDrafts } from './data/pay-runs';
