import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { RequestContext } from '../../http/app';

/** Tells open pages that there is a new build, over server-sent events. */
export class BuildEvents {
  /** Open pages, and how to end the response of each. */
  private readonly listeners = new Map<SSEStreamingApi, () => void>();

  answer(context: RequestContext): Response {
    return streamSSE(context, async (page) => {
      const ended = new Promise<void>((end) => {
        this.listeners.set(page, end);
        page.onAbort(end);
      });
      await page.write(': connected\n\n');
      await ended;
      this.listeners.delete(page);
    });
  }

  /** Does not wait: a page may be suspended. */
  announce(): void {
    for (const page of this.listeners.keys()) void page.writeSSE({ event: 'rebuilt', data: '1' });
  }

  close(): void {
    for (const end of this.listeners.values()) end();
  }
}
