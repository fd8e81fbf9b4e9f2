import type { CloudPort } from '../../../local/preview/cloud-port';

export interface FakeCall {
  readonly path: string;
  readonly openid: string;
  readonly body: string;
}

/** A cloud for tests of the preview itself: remembers every call and answers what `reply` says. */
export class FakeCloud implements CloudPort {
  readonly calls: FakeCall[] = [];
  private offset = 0;

  constructor(private readonly reply: (call: FakeCall) => object) {}

  readonly clock = {
    now: (): number => Date.now() + this.offset,
    set: (instant: number | null): void => {
      this.offset = instant === null ? 0 : instant - Date.now();
    },
  };

  people = async () => [
    { openid: 'demo-an', name: '示例甲', role: 'employee' },
    { openid: 'demo-bo', name: '示例乙', role: 'manager' },
  ];

  places = async () => [
    { id: 'inside', label: '总部内', latitude: 31.2, longitude: 121.4 },
    { id: 'outside', label: '外地', latitude: 30, longitude: 120 },
  ];

  async handleClientRequest(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const openid = String(request.headers.get('x-demo-openid'));
    const call = { path: pathname + search, openid, body: await request.text() };
    this.calls.push(call);
    return Response.json(this.reply(call));
  }
}
