import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request body as the SDK sent it, without the fields that every request has. */
export type Recorded = Record<string, unknown>;

const EVERYWHERE = [
  'envName',
  'wxCloudApiToken',
  'wxCloudbaseAccesstoken',
  'tcb_sessionToken',
  'sessionToken',
  'crossAuthorizationToken',
];

/** Stands between the SDK and the gateway and keeps what passes. */
export class Recorder {
  readonly requests: Recorded[] = [];
  private server: Server | undefined;
  url = '';

  async start(gateway: string): Promise<void> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const parsed = JSON.parse(body.toString()) as Recorded;
      this.requests.push(
        Object.fromEntries(Object.entries(parsed).filter(([key]) => !EVERYWHERE.includes(key))),
      );
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const reply = await fetch(gateway, { method: 'POST', body, headers });
      response.end(Buffer.from(await reply.arrayBuffer()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
