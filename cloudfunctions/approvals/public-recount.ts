/** A door for who counts requests again after a change of the schedule. */
export { findInForce, type RequestScope } from './data/requests';
export type { Recounted } from './domain/request/recount-request';
export type { RequestDocument } from './domain/request/request';
export { scheduledKinds } from './kind/registry';
export {
  type Readdressing,
  readdressPage,
  saveReaddressed,
} from './services/readdress';
export { type RecountCall, recountOf, reloadForRecount, saveRecount } from './services/recount';
