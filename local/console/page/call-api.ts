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

/** Takes the token out of the address, so that it does not stay on the screen, and keeps it for this tab. */
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

/** Asks for a file and hands it to the browser under this name. @throws AskError */
export async function download<Name extends keyof ConsoleFiles>(
  name: Name,
  input: ConsoleFiles[Name],
  fileName: string,
): Promise<void> {
  const address = URL.createObjectURL(await (await post(name, input)).blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  link.click();
  // The browser has taken hold of the content by the next turn.
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
