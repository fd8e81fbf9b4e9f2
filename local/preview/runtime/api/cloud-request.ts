import { currentSettings } from '../phone-state';

const SLOW_DELAY_MS = 2000;
const OFFLINE_DELAY_MS = 150;
const LOST_REPLY_DELAY_MS = 1200;

/** A failed cloud call, as wx.cloud rejects it. */
export class CloudError extends Error {
  readonly errMsg: string;

  constructor(
    readonly errCode: number,
    message: string,
  ) {
    super(message);
    this.errMsg = message;
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks for something through the network that the panel chose. @throws CloudError -1 if there is none */
export async function throughNetwork<Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer> {
  const { network } = currentSettings();
  if (network === 'offline') {
    await wait(OFFLINE_DELAY_MS);
    throw new CloudError(-1, `${name}:fail request:fail net::ERR_INTERNET_DISCONNECTED`);
  }
  if (network === 'slow') await wait(SLOW_DELAY_MS);
  return ask();
}

/**
 * Sends a request to the embedded cloud through the network that the panel chose.
 * @throws CloudError -1 if there is no network or the answer is lost
 */
export function cloudRequest(
  name: string,
  path: string,
  body: BodyInit,
  headers: Record<string, string>,
): Promise<Response> {
  return throughNetwork(name, () => send(name, path, body, headers));
}

async function send(
  name: string,
  path: string,
  body: BodyInit,
  headers: Record<string, string>,
): Promise<Response> {
  const { network, person } = currentSettings();
  const request = fetch(path, {
    method: 'POST',
    body,
    headers: { ...headers, 'x-demo-openid': person, 'x-demo-client': 'preview' },
  });
  const response = await request.catch((error: Error) => {
    throw new CloudError(-1, `${name}:fail request:fail ${error.message}`);
  });
  if (network === 'lost') {
    await response.arrayBuffer();
    await wait(LOST_REPLY_DELAY_MS);
    throw new CloudError(-1, `${name}:fail request:fail timeout`);
  }
  return response;
}
