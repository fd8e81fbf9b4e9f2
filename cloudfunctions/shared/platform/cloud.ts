import type { ActionRequest, Reply } from '#contracts/reply';
import { kindOfSdkError } from './sdk-error';

/** What the platform sets for one call: the SDK's context and the process environment. */
export interface PlatformIdentity {
  readonly context: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

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

/** The cloud storage. */
export function storage(): Pick<Sdk, 'uploadFile' | 'getTempFileURL' | 'deleteFile'> {
  return cloud().sdk;
}

/** WeChat's own interfaces that `config.json` of the function names under `permissions.openapi`. */
export function openApi(): Sdk['openapi'] {
  return cloud().sdk.openapi;
}

/** Who is calling, as the platform set it for this call. */
export function identity(): PlatformIdentity {
  return { context: cloud().sdk.getWXContext(), env: process.env };
}

/** The content of a file of cloud storage; null if there is no such file. */
export async function downloadFile(fileId: string): Promise<Buffer | null> {
  try {
    return (await cloud().sdk.downloadFile({ fileID: fileId })).fileContent;
  } catch (error) {
    if (kindOfSdkError(error) === 'missing-file') return null;
    throw error;
  }
}

/**
 * Calls an action of another function of this environment. A caller that stops waiting leaves the callee running.
 * @param timeoutMs how long to wait for its answer
 * @returns its reply
 * @throws what the SDK throws, also when the time is over
 */
export async function callFunction(
  name: string,
  data: ActionRequest,
  timeoutMs: number,
): Promise<Reply<unknown>> {
  // The typings know neither `timeout`, which the SDK hands on to its HTTP client, nor that there is an answer.
  const options = { name, data, timeout: timeoutMs };
  const { result } = (await cloud().sdk.callFunction(options)) as { result: unknown };
  return result as Reply<unknown>;
}
