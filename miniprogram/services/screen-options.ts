import type { TextKey } from '../locales/texts';
import type { Words } from '../locales/words';
import type { Failure } from './client-error';

/** The parameters of the link that opened a page. */
export type Link = Readonly<Record<string, string | undefined>>;
/** A change, or how the model that is shown by then changes; nothing changes nothing. */
export type Answer<Model> = Partial<Model> | ((model: Model) => Partial<Model>) | undefined;

/** What a page says of itself. */
export interface ScreenOptions<Model, View, Data, Fields, Methods> {
  /** What is known without asking anyone. Without a link for the very first frame, which all openings share. */
  start: (link: Link) => Model;
  view: (model: NoInfer<Model>, words: Words) => View;
  /** The key of the title, or what tells its text; no text leaves the title as it is. */
  title: (TextKey & `titles.${string}`) | ((model: NoInfer<Model>, words: Words) => string);
  /** What the server tells; nothing where there is nothing to ask. */
  load?: (model: NoInfer<Model>) => Promise<Answer<NoInfer<Model>>>;
  /** `show`: also after coming back from another page. By default once, when the page opens. */
  loadOn?: 'show';
  /** What an answer is about. When this has changed meanwhile, the answer and its failure are dropped. */
  subject?: (model: NoInfer<Model>) => unknown;
  /** Where a failure of loading stands in the model; null takes it away. By default in `failure`. */
  failed?: (failure: Failure | null) => Partial<NoInfer<Model>>;
  /** Taken away from a person whose access has ended. */
  ended?: Partial<NoInfer<Model>>;
  /** When the network returns: `reload` always, and the model has `online`; `retry` after a failure. */
  network?: 'reload' | 'retry';
  /** Read with every update: what changes by itself, such as the time. */
  live?: () => Partial<NoInfer<Model>>;
  /** The question before the page is left; null while nothing would be lost. */
  leaving?: (model: NoInfer<Model>, view: NoInfer<View>) => TextKey | null;
  /** Data beside the view, changed by `setData`. */
  data?: Data;
  /** What `this` holds beside the model, made anew for each opening. */
  fields?: () => Fields;
  /** The lifecycle of WeChat and of `Hooks`, the handlers of the page's WXML, and what they share. */
  on?: Methods;
}

/** What the methods of a page may be, beside its own. `onLoad` comes before the first update. */
export interface Hooks extends WechatMiniprogram.Page.ILifetime {
  /** After every update. */
  onUpdate(): void;
  /** When what has changed is seen. */
  onPaint(): void;
  onNetwork(online: boolean): void;
}

/** What the model of a page that saves has. If loading can fail apart from saving, see `ScreenOptions.failed`. */
export interface Saving {
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** What every page has on `this`, beside its own fields and methods and those of WeChat. */
interface Base<Model> {
  model: Model;
  /** Left for good: an answer that comes now belongs to no page. */
  isLeft: boolean;
  /** Called on unload; a page adds what else it listens to. */
  readonly stops: (() => void)[];
  /** Changes the model and paints what differs. Does nothing once the page is left. */
  update(change: Partial<Model>): void;
  /** Loads, and shows the answer or the failure; never rejects. */
  load(): Promise<void>;
  /** The same for another question, such as the next page of a list. Tells whether an answer is shown. */
  attempt(ask: (model: Model) => Promise<Answer<Model>>): Promise<boolean>;
  /**
   * Sends one change: `busy` until it is done, then the answer or the failure is in the model. Never rejects; returns
   * the failure. `reload` runs before `busy` ends, after success and if somebody else changed the request meanwhile.
   */
  save: Model extends Saving
    ? (
        send: () => Promise<Partial<Model> | undefined>,
        reload?: () => Promise<unknown>,
      ) => Promise<Failure | null>
    : never;
  /** Takes the failure away and loads again. */
  onRetry(): void;
}

export type Self<Model, Data extends object, Fields, Methods> = Base<Model> &
  Fields &
  Methods &
  WechatMiniprogram.Page.InstanceProperties &
  WechatMiniprogram.Page.InstanceMethods<Data> & { readonly data: Data };
