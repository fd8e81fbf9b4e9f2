import { guard } from './guard';
import type { PlatformNeeds } from './platform-needs';

/** Replaced with the function's values when `npm run build` generates its `index.js`. */
declare const PLATFORM_NEEDS: PlatformNeeds;

/** The handler that the platform calls; the function itself is next to it in `bundle.js`. */
export const main = guard(PLATFORM_NEEDS, process.versions.node, () => require('./bundle.js').main);
