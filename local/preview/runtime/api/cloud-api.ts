import { phoneFile } from '../phone-files';
import { type Callbacks, promiseOrCallbacks } from './async-api';
import { CloudError, cloudRequest } from './cloud-request';

interface Call extends Callbacks {
  name: string;
  data?: unknown;
}
interface Upload extends Callbacks {
  cloudPath: string;
  filePath: string;
}
type AskedFile = string | { fileID: string; maxAge?: number };
interface TempUrls extends Callbacks {
  fileList: AskedFile[];
}
interface CloudAnswer {
  result?: unknown;
  requestID?: string;
  errCode?: number;
  errMsg?: string;
  fileID?: string;
  signature?: string;
}

/** `wx.cloud` functions take callbacks or answer a promise; failures are errors with `errCode` and `errMsg`. */
function cloudFunction<Options extends Callbacks>(run: (options: Options) => Promise<object>) {
  return (options: Options): Promise<object> | undefined => promiseOrCallbacks(run(options), options);
}

/** @throws CloudError with the code that the cloud answered */
async function readAnswer(name: string, response: Response): Promise<CloudAnswer> {
  const answer = (await response.json().catch(() => ({}))) as CloudAnswer;
  if (response.ok && !answer.errCode) return answer;
  const message = answer.errMsg ?? `${name}:fail status ${response.status}`;
  throw new CloudError(
    answer.errCode ?? -1,
    message.startsWith('cloud.') ? message : `${name}:fail ${message}`,
  );
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** URL of a file in the cloud storage. @throws CloudError if there is none */
export async function cloudFileUrl(fileId: string): Promise<string> {
  const { fileList } = await tempUrls([fileId]);
  const url = fileList[0]?.tempFileURL;
  if (!url) throw new CloudError(-503003, `cloud.getTempFileURL:fail ${fileId} is not there`);
  return url;
}

interface TempUrlAnswer {
  readonly fileList: readonly { readonly tempFileURL?: string }[];
}

async function tempUrls(fileList: readonly AskedFile[]): Promise<TempUrlAnswer> {
  const api = 'cloud.getTempFileURL';
  const response = await cloudRequest(api, '/client/temp-urls', JSON.stringify({ fileList }), JSON_TYPE);
  return { fileList: [], ...(await readAnswer(api, response)) };
}

/** Records the person's consent to these messages; the embedded cloud simulates WeChat's servers. */
export async function grantMessages(templateIds: readonly string[]): Promise<void> {
  const api = 'requestSubscribeMessage';
  const body = JSON.stringify({ templateIds });
  await readAnswer(api, await cloudRequest(api, '/client/consent', body, JSON_TYPE));
}

/** A signature of the phone's chip, which WeChat's servers verify. */
export async function signCheck(json: string): Promise<string> {
  const api = 'startSoterAuthentication';
  const body = JSON.stringify({ json });
  const answer = await readAnswer(api, await cloudRequest(api, '/client/soter', body, JSON_TYPE));
  return String(answer.signature);
}

export const cloudApi = {
  init: () => undefined,
  callFunction: cloudFunction<Call>(async ({ name, data }) => {
    const api = 'cloud.callFunction';
    const body = JSON.stringify({ name, data: data ?? {} });
    const answer = await readAnswer(api, await cloudRequest(api, '/client/call', body, JSON_TYPE));
    return { errMsg: `${api}:ok`, result: answer.result, requestID: answer.requestID ?? '' };
  }),
  uploadFile: cloudFunction<Upload>(async ({ cloudPath, filePath }) => {
    const api = 'cloud.uploadFile';
    const blob = phoneFile(filePath);
    if (!blob) throw new CloudError(-1, `${api}:fail file ${filePath} is not there`);
    const path = `/client/upload?path=${encodeURIComponent(cloudPath)}`;
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await readAnswer(api, await cloudRequest(api, path, blob, headers));
    return { errMsg: `${api}:ok`, fileID: answer.fileID ?? '', statusCode: 200 };
  }),
  getTempFileURL: cloudFunction<TempUrls>(async ({ fileList }) => ({
    ...(await tempUrls(fileList)),
    errMsg: 'cloud.getTempFileURL:ok',
  })),
};
