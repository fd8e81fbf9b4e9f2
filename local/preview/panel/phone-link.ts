import type { PreviewHandle } from '../shared/preview-handle';
import type { Settings } from '../shared/settings';

type PhoneWindow = Window & { __preview?: PreviewHandle };

/** The phone's iframe, across reloads. */
export class PhoneLink {
  constructor(
    readonly iframe: HTMLIFrameElement,
    private readonly changed: () => void,
  ) {
    iframe.addEventListener('load', () => {
      this.handle()?.onChange(() => this.changed());
      this.changed();
    });
  }

  handle(): PreviewHandle | null {
    return (this.iframe.contentWindow as PhoneWindow | null)?.__preview ?? null;
  }

  set(change: Partial<Settings> & { now?: number | null }): void {
    this.handle()
      ?.set(change)
      .then(this.changed, (error: unknown) => console.error(error));
  }

  restart(): void {
    this.iframe.contentWindow?.location.reload();
  }

  /** Clears the Mini Program's storage of this person. */
  clearStorage(person: string): void {
    for (const key of Object.keys(localStorage)) {
      const isTheirs = key.startsWith(`phone:${person}:`) || key.startsWith(`file:${person}:`);
      if (isTheirs) localStorage.removeItem(key);
    }
    this.restart();
  }
}

/** `window.__preview` of the page with the panel: the same handle as the phone's own. */
export function forwardHandle(link: PhoneLink): PreviewHandle {
  const phone = (): PreviewHandle => {
    const handle = link.handle();
    if (!handle) throw new Error('the phone is still loading');
    return handle;
  };
  return {
    state: () => phone().state(),
    set: (change) => phone().set(change),
    problems: () => phone().problems(),
    clearProblems: () => phone().clearProblems(),
    onChange: (listener) => phone().onChange(listener),
    isReady: () => link.handle()?.isReady() ?? false,
    get metrics() {
      return phone().metrics;
    },
  };
}
