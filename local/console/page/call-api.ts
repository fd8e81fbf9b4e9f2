import type { ConsoleApi, ConsoleFiles } from '../shared/console-api';

const TOKEN_KEY = 'console.token';
const NO_ANSWER = 'NO_ANSWER';

/** A request that failed: the server's code, or NO_ANSWER. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  get isRefused(): boolean {
    return this.status === 403;
  }

  get isUnreachable(): boolean {
    return this.code === NO_ANSWER;
  }
}

/** Moves the token from the address into the session storage, so that it is not visible. */
export function storeToken(): void {
  const [, token] = /^#token=([\w-]+)$/.exec(location.hash) ?? [];
  if (token === undefined) return;
  sessionStorage.setItem(TOKEN_KEY, token);
  history.replaceState(null, '', `${location.pathname}#/`);
}

/** @throws AskError */
export async function callApi<Name extends keyof ConsoleApi>(
  name: Name,
  input: ConsoleApi[Name]['input'],
): Promise<ConsoleApi[Name]['answer']> {
  return (await post(name, input)).json() as Promise<ConsoleApi[Name]['answer']>;
}

/** Downloads a file under this name. @throws AskError */
export async function download<Name extends keyof ConsoleFiles>(
  name: Name,
  input: ConsoleFiles[Name],
  fileName: string,
): Promise<void> {
  const address = URL.createObjectURL(await (await post(name, input)).blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  link.click();
  // The browser has started the download by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}

async function post(name: string, input: object): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    'x-local-token': sessionStorage.getItem(TOKEN_KEY) ?? '',
  };
  const body = JSON.stringify(input);
  const response = await fetch(`/api/${name}`, { method: 'POST', headers, body }).catch(() => undefined);
  if (!response) throw new ApiError(0, NO_ANSWER, '');
  if (response.ok) return response;
  const { code, message } = (await response.json()) as { code: string; message: string };
  throw new ApiError(response.status, code, message);
}
