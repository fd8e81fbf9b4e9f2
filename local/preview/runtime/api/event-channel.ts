type Listener = (...values: unknown[]) => void;

/**
 * Events between a page and the one it opened:
 * https://developers.weixin.qq.com/miniprogram/dev/api/route/EventChannel.html
 */
export class EventChannel {
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(private readonly deliver: (name: string, values: unknown[]) => void) {}

  on(name: string, listener: Listener): void {
    const known = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, known.add(listener));
  }

  once(name: string, listener: Listener): void {
    const wrapped: Listener = (...values) => {
      this.off(name, wrapped);
      listener(...values);
    };
    this.on(name, wrapped);
  }

  off(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener);
    else this.listeners.delete(name);
  }

  emit(name: string, ...values: unknown[]): void {
    this.deliver(name, values);
  }

  /** Delivers an event of the other page. */
  receive(name: string, values: unknown[]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener(...values);
  }
}

let openerChannel: EventChannel | null = null;

/** A channel for the page opened next; that page takes its side while it loads. Returns the opener's side. */
export function openEventChannel(events: Readonly<Record<string, Listener>> = {}): EventChannel {
  const opener: EventChannel = new EventChannel((name, values) => opened.receive(name, values));
  const opened: EventChannel = new EventChannel((name, values) => opener.receive(name, values));
  for (const [name, listener] of Object.entries(events)) opener.on(name, listener);
  openerChannel = opened;
  return opener;
}

const channels = new WeakMap<object, EventChannel>();

/** `this.getOpenerEventChannel()` of a page. */
export function channelOf(page: object): EventChannel {
  const known = channels.get(page);
  if (known) return known;
  const channel = openerChannel ?? new EventChannel(() => undefined);
  openerChannel = null;
  channels.set(page, channel);
  return channel;
}
