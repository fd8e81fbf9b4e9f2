/** Pure rules and types that other features build on. */

export type { PunchSite } from './domain/punch-site';
export { endOfStep, isCurrent, type SiteCode, stepOf } from './domain/site-code';
