import { type App, createApp, type RequestContext } from '../../http/app';
import { readBody, readObject } from '../../http/body';
import { refusal } from '../../http/guard';
import { jsonResponse } from '../../http/responses';
import { CloudError } from '../cloud-error';
import { type FileStore, MAX_FILE_BYTES } from '../files/file-store';
import type { Identity } from '../identity';
import type { InvokeResult } from '../types';
import { clientError } from './client-error';

/** The caller's identity, which WeChat's servers know on the real platform. */
export const OPENID_HEADER = 'x-demo-openid';
const MAX_CALL_BYTES = 6 * 1024 * 1024;
const MAX_TEMPLATES = 3;

export interface ClientServices {
  files: FileStore;
  appId: string;
  invoke(name: string, event: unknown, identity: Identity): Promise<InvokeResult>;
  /** The person allows one message of a template. */
  grant(openid: string, templateId: string): Promise<void>;
  /** Signs the result of a fingerprint check on this person's phone. */
  soterSignature(openid: string, json: string): string;
}

type Handler = (context: RequestContext, openid: string) => Promise<Record<string, unknown>>;

/**
 * The requests of a Mini Program in the browser: `POST /client/call`, `/client/upload?path=`, `/client/temp-urls`,
 * `/client/consent`, `/client/soter`. Errors come as `{ errCode, errMsg, code }` with HTTP 200 (or 403).
 */
export function clientApp(services: ClientServices): App {
  const app = createApp();
  const serve = (path: string, api: string, handle: Handler) =>
    app.post(path, async (context) => {
      const refused = refusal(context, OPENID_HEADER);
      if (refused) return jsonResponse(clientError(api, new CloudError('INVALID_PARAM', refused)), 403);
      try {
        return jsonResponse(await handle(context, openidOf(context)));
      } catch (error) {
        return jsonResponse(clientError(api, error));
      }
    });
  serve('/client/call', 'cloud.callFunction', callFunction(services));
  serve('/client/upload', 'cloud.uploadFile', uploadFile(services));
  serve('/client/temp-urls', 'cloud.getTempFileURL', tempUrls(services));
  serve('/client/consent', 'requestSubscribeMessage', consent(services));
  serve('/client/soter', 'startSoterAuthentication', soter(services));
  return app;
}

/** The platform adds `userInfo` to the event; a client's own field of that name does not survive. */
function callFunction({ invoke, appId }: ClientServices): Handler {
  return async (context, openid) => {
    const { name, data = {} } = await readJson(context);
    if (typeof name !== 'string' || typeof data !== 'object' || data === null || Array.isArray(data))
      throw new CloudError('INVALID_PARAM', 'Expected { name: text, data: object }.');
    const event = { ...data, userInfo: { openId: openid, appId } };
    const { result, requestId } = await invoke(name, event, { kind: 'user', openid });
    return { result, requestID: requestId, errMsg: 'cloud.callFunction:ok' };
  };
}

function uploadFile({ files }: ClientServices): Handler {
  return async (context, openid) => {
    const cloudPath = context.req.query('path') ?? '';
    const fileID = files.fileId(cloudPath);
    await files.writeAs(openid, cloudPath, await readBody(context, MAX_FILE_BYTES));
    return { fileID, statusCode: 200, errMsg: 'cloud.uploadFile:ok' };
  };
}

function tempUrls({ files }: ClientServices): Handler {
  return async (context, openid) => {
    const { fileList } = await readJson(context);
    if (!Array.isArray(fileList) || fileList.length > 50)
      throw new CloudError(
        'INVALID_PARAM',
        'Expected { fileList: up to 50 file ids or { fileID, maxAge } }.',
      );
    const list = await Promise.all(fileList.map((entry) => tempUrl(files, openid, entry)));
    return { fileList: list, errMsg: 'cloud.getTempFileURL:ok' };
  };
}

/** The reply for an unreadable file does not tell whether the file exists. */
async function tempUrl(files: FileStore, openid: string, entry: unknown): Promise<Record<string, unknown>> {
  const { fileID, maxAge } = typeof entry === 'string' ? { fileID: entry, maxAge: undefined } : Object(entry);
  const cloudPath = files.pathOf(fileID);
  if (cloudPath !== undefined && !files.mayRead(openid, cloudPath))
    return { fileID, status: -503002, errMsg: 'STORAGE_EXCEED_AUTHORITY', tempFileURL: '' };
  if (cloudPath === undefined || !(await files.has(cloudPath)))
    return { fileID, status: -503003, errMsg: 'STORAGE_FILE_NONEXIST', tempFileURL: '' };
  const link = files.download(cloudPath, maxAge);
  return { fileID, status: 0, errMsg: 'ok', tempFileURL: link.url, maxAge: link.maxAge };
}

/** The consent that WeChat's dialog sends to WeChat's servers; no function sees it. */
function consent({ grant }: ClientServices): Handler {
  return async (context, openid) => {
    const { templateIds } = await readJson(context);
    if (!Array.isArray(templateIds) || templateIds.length > MAX_TEMPLATES || !templateIds.every(isTemplateId))
      throw new CloudError('INVALID_PARAM', `Expected { templateIds: up to ${MAX_TEMPLATES} ids }.`);
    for (const id of templateIds) await grant(openid, id);
    return { errMsg: 'requestSubscribeMessage:ok' };
  };
}

/** A signature that only a phone's chip can make and WeChat can verify. */
function soter({ soterSignature }: ClientServices): Handler {
  return async (context, openid) => {
    const { json } = await readJson(context);
    if (typeof json !== 'string') throw new CloudError('INVALID_PARAM', 'Expected { json: text }.');
    return { signature: soterSignature(openid, json), errMsg: 'startSoterAuthentication:ok' };
  };
}

const isTemplateId = (id: unknown): id is string => typeof id === 'string' && /^[\w-]{1,64}$/.test(id);

async function readJson(context: RequestContext): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/.test(context.req.header('content-type') ?? ''))
    throw new CloudError('INVALID_PARAM', 'Expected content of type application/json.');
  return readObject(context, MAX_CALL_BYTES);
}

/** At least one letter: the SDK would read digits alone as a number. */
function openidOf({ req }: RequestContext): string {
  const openid = req.header(OPENID_HEADER) ?? '';
  if (!/^(?=.*[A-Za-z])[A-Za-z0-9_-]{1,64}$/.test(openid))
    throw new CloudError('INVALID_PARAM', `The header ${OPENID_HEADER} holds no openid.`);
  return openid;
}
