/** The interface for other features. */
export { findPunchSites, findSite, findSiteSecret, findSites, findSitesAfter, sitesById } from './data/sites';
export { beaconId, bssid, siteId } from './inputs/site';
export { secretOf } from './services/secret-of';
export { isSigned, signatureOf, signCode, signedCodeOf } from './services/site-signature';
