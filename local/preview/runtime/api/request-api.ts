import { phoneFile } from '../phone-files';
import { currentSettings } from '../phone-state';
import { Signal } from '../signal';
import { ApiFailure } from './api-failure';
import { asyncApi, type Callbacks } from './async-api';

const DEFAULT_TIMEOUT_MS = 60_000;
const FORM_TYPE = 'application/x-www-form-urlencoded';
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT'];

interface Request extends Callbacks {
  url: string;
  data?: string | ArrayBuffer | Record<string, unknown>;
  header?: Record<string, string>;
  method?: string;
  timeout?: number;
  dataType?: string;
  responseType?: 'text' | 'arraybuffer';
}
interface Upload extends Callbacks {
  url: string;
  filePath: string;
  name: string;
  header?: Record<string, string>;
  formData?: Record<string, string>;
  timeout?: number;
}

/** Sends through the network that the panel chose. @throws ApiFailure with the message of WeChat's `request:fail` */
async function send(url: string, init: RequestInit, abort: AbortController, timeout = DEFAULT_TIMEOUT_MS) {
  if (!/^https?:\/\//.test(url)) throw new ApiFailure(`fail invalid url "${url}"`);
  if (currentSettings().network === 'offline')
    throw new ApiFailure('fail net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });
  const timer = setTimeout(() => abort.abort('timeout'), timeout);
  try {
    return await fetch(url, { ...init, signal: abort.signal, credentials: 'omit' });
  } catch (error) {
    if (!abort.signal.aborted) throw new ApiFailure(`fail ${(error as Error).message}`, { errno: 600001 });
    throw abort.signal.reason === 'timeout'
      ? new ApiFailure('fail timeout', { errno: 5 })
      : new ApiFailure('fail abort');
  } finally {
    clearTimeout(timer);
  }
}

const pairsOf = (data: Record<string, unknown>): URLSearchParams =>
  new URLSearchParams(Object.entries(data).map(([name, value]) => [name, String(value)]));

/** Where and how the data of a request goes: into the address of a GET, otherwise into the body by its content type. */
function prepare({ url, data, header = {}, method = 'GET' }: Request): [string, RequestInit] {
  const verb = method.toUpperCase();
  if (!METHODS.includes(verb)) throw new ApiFailure(`fail invalid method "${method}"`);
  const headers = new Headers(header);
  if (data === undefined || data === null) return [url, { method: verb, headers }];
  if (typeof data === 'string' || data instanceof ArrayBuffer)
    return [url, { method: verb, headers, ...(verb === 'GET' ? {} : { body: data }) }];
  if (verb === 'GET') {
    const address = new URL(url);
    for (const [name, value] of pairsOf(data)) address.searchParams.append(name, value);
    return [address.href, { method: verb, headers }];
  }
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  const isForm = headers.get('content-type')?.startsWith(FORM_TYPE) === true;
  return [url, { method: verb, headers, body: isForm ? pairsOf(data) : JSON.stringify(data) }];
}

async function dataOf(response: Response, { responseType, dataType = 'json' }: Request): Promise<unknown> {
  if (responseType === 'arraybuffer') return response.arrayBuffer();
  const text = await response.text();
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    // WeChat returns a body that is not JSON unchanged.
    return text;
  }
}

interface Received {
  statusCode: number;
  header: Record<string, string>;
}
interface Job {
  readonly abort: AbortController;
  readonly received: Signal<Received>;
}

/** These answer a task that can be aborted, whether or not they were given callbacks. */
function taskApi<Options extends Callbacks>(
  name: string,
  run: (options: Options, job: Job) => Promise<object>,
) {
  return (options: Options): object => {
    const job: Job = { abort: new AbortController(), received: new Signal() };
    const task = {
      abort: () => job.abort.abort(),
      onHeadersReceived: (listener: (received: Received) => void) => job.received.add(listener),
      offHeadersReceived: (listener?: (received: Received) => void) => job.received.remove(listener),
    };
    const work = asyncApi<Options>(name, (given) => run(given, job))(options);
    return work instanceof Promise ? Object.assign(work, task) : task;
  };
}

function headersOf(response: Response, { received }: Job): Received {
  const head = { statusCode: response.status, header: Object.fromEntries(response.headers) };
  received.emit(head);
  return head;
}

/** The account's list of allowed servers is unknown here: any server that the browser reaches is allowed. */
export const requestApi = {
  request: taskApi<Request>('request', async (options, job) => {
    const [url, init] = prepare(options);
    const response = await send(url, init, job.abort, options.timeout);
    return { ...headersOf(response, job), data: await dataOf(response, options), cookies: [] };
  }),
  uploadFile: taskApi<Upload>('uploadFile', async (options, job) => {
    const { url, filePath, name, header, formData = {}, timeout } = options;
    const blob = phoneFile(filePath);
    if (!blob) throw new ApiFailure(`fail file "${filePath}" not found`);
    if (!name) throw new ApiFailure('fail parameter error: parameter.name should be String');
    const body = new FormData();
    for (const [field, value] of Object.entries(formData)) body.append(field, value);
    body.append(name, blob, filePath.split('/').at(-1));
    const response = await send(url, { method: 'POST', headers: header, body }, job.abort, timeout);
    const { statusCode } = headersOf(response, job);
    return { data: await response.text(), statusCode };
  }),
};
