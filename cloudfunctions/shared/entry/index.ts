import { guard } from './guard';
import type { PlatformNeeds } from './platform-needs';

/** Replaced by the values of one function when `npm run build` makes its `index.js`. */
declare const PLATFORM_NEEDS: PlatformNeeds;

/** The handler that the platform calls; the function itself lies beside it in `bundle.js`. */
export const main = guard(PLATFORM_NEEDS, process.versions.node, () => require('./bundle.js').main);
