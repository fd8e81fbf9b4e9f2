import type { ActionRequest, Reply } from '#contracts/reply';
import { AppError } from '../errors/app-error';

/** What the platform sets for a call: the SDK's context and the process environment. */
export interface PlatformIdentity {
  readonly context: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Sdk = typeof import('wx-server-sdk');
type Database = ReturnType<Sdk['database']>;

let loaded: { sdk: Sdk; database: Database } | undefined;

/**
 * The SDK, loaded on first use: it takes longer to load than everything else together, and a request that is
 * refused earlier should not pay for it.
 */
function cloud(): { sdk: Sdk; database: Database } {
  if (!loaded) {
    const sdk: Sdk = require('wx-server-sdk');
    // The typings only allow a string; the SDK also accepts its symbol for the current environment.
    sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string });
    loaded = { sdk, database: sdk.database() };
  }
  return loaded;
}

export function database(): Database {
  return cloud().database;
}

export function storage(): Pick<Sdk, 'uploadFile' | 'getTempFileURL' | 'deleteFile'> {
  return cloud().sdk;
}

/** WeChat server APIs that the function's `config.json` lists under `permissions.openapi`. */
export function openApi(): Sdk['openapi'] {
  return cloud().sdk.openapi;
}

/** The caller's identity, as the platform set it for this call. */
export function identity(): PlatformIdentity {
  return { context: cloud().sdk.getWXContext(), env: process.env };
}

/** The content of a file in cloud storage; null if it does not exist. */
export async function downloadFile(fileId: string): Promise<Buffer | null> {
  try {
    return (await cloud().sdk.downloadFile({ fileID: fileId })).fileContent;
  } catch (error) {
    if (kindOfSdkError(error) === 'missing-file') return null;
    throw error;
  }
}

/**
 * Calls an action of another function of this environment. The callee keeps running if the caller stops
 * waiting.
 * @param timeoutMs how long to wait for the reply
 * @throws what the SDK throws, also on a timeout
 */
export async function callFunction(
  name: string,
  data: ActionRequest,
  timeoutMs: number,
): Promise<Reply<unknown>> {
  // The typings lack `timeout`, which the SDK passes to its HTTP client, and the result.
  const options = { name, data, timeout: timeoutMs };
  const { result } = (await cloud().sdk.callFunction(options)) as { result: unknown };
  return result as Reply<unknown>;
}

/** The kinds of database and storage errors that callers distinguish. */
export type SdkErrorKind =
  | 'duplicate'
  | 'missing-collection'
  | 'missing-file'
  | 'conflict'
  | 'timeout'
  | 'other';

/** Whether the SDK threw it, such as for a database that does not answer: nothing is wrong with the data then. */
export const isSdkError = (error: unknown): boolean =>
  ['errCode', 'errMsg', 'code', 'requestId'].some((key) => key in Object(error)) &&
  !(error instanceof AppError);

const MISSING_COLLECTION = -502_005;
const MISSING_FILE = -503_003;

/**
 * Classifies an error of wx-server-sdk. Some calls set a number (`errCode`), some a text (`code`), and a
 * duplicate key can only be recognized by its message.
 */
export function kindOfSdkError(error: unknown): SdkErrorKind {
  if (typeof error !== 'object' || error === null) return 'other';
  const { errCode, code, errMsg, message } = error as Record<string, unknown>;
  const text = `${code ?? ''} ${errMsg ?? ''} ${message ?? ''}`;
  if (/E11000|duplicate key|DUPLICATE_WRITE/i.test(text)) return 'duplicate';
  if (errCode === MISSING_COLLECTION || /COLLECTION_NOT_EXIST/i.test(text)) return 'missing-collection';
  if (errCode === MISSING_FILE || /STORAGE_FILE_NONEXIST/i.test(text)) return 'missing-file';
  if (/TRANSACTION_?CONFLICT|WriteConflict/i.test(text)) return 'conflict';
  if (/exceeded time limit|E(SOCKET)?TIMEDOUT|DATABASE_TIMEOUT/i.test(text)) return 'timeout';
  return 'other';
}
