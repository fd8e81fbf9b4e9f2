import type { PlatformIdentity } from '../kernel/caller';

type Sdk = typeof import('wx-server-sdk');
type Database = ReturnType<Sdk['database']>;

let loaded: { sdk: Sdk; database: Database } | undefined;

/**
 * The SDK, loaded at its first use: it takes longer to load than everything else together, and a request
 * that is refused before it needs the cloud should not pay for it.
 */
function cloud(): { sdk: Sdk; database: Database } {
  if (!loaded) {
    const sdk: Sdk = require('wx-server-sdk');
    // The typings know text only; the SDK also takes its own symbol for "the environment I run in".
    sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string });
    loaded = { sdk, database: sdk.database() };
  }
  return loaded;
}

export function database(): Database {
  return cloud().database;
}

/** Who is calling, as the platform set it for this call. */
export function identity(): PlatformIdentity {
  return { context: cloud().sdk.getWXContext(), env: process.env };
}
