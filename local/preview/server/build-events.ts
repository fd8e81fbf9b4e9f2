import type { ServerResponse } from 'node:http';

/** Tells open pages that there is a new build, over server-sent events. */
export class BuildEvents {
  private readonly listeners = new Set<ServerResponse>();

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': connected\n\n');
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  announce(): void {
    for (const response of this.listeners) response.write('event: rebuilt\ndata: 1\n\n');
  }

  close(): void {
    for (const response of this.listeners) response.end();
    this.listeners.clear();
  }
}
