/** The interface for other features: pure rules and types. */

export type { PunchSite } from './domain/punch-site';
export { endOfStep, isCurrent, type SiteCode, stepOf } from './domain/site-code';
