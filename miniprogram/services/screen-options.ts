import type { TextKey } from '../locales/texts';
import type { Words } from '../locales/words';
import type { Failure } from './client-error';

/** The parameters of the link that opened a page. */
export type Link = Readonly<Record<string, string | undefined>>;
/** A change, or a function of the model at the time of the response; undefined changes nothing. */
export type ModelChange<Model> = Partial<Model> | ((model: Model) => Partial<Model>) | undefined;

/** Definition of a page, apart from how it loads. */
export interface PageOptions<Model, View, Data, Fields, Methods> {
  /** The model before loading. Called with an empty link for the first frame, which all openings share. */
  start: (link: Link) => Model;
  view: (model: NoInfer<Model>, words: Words) => View;
  /** Key of the title, or a function that returns its text; an empty text leaves the title unchanged. */
  title: (TextKey & `titles.${string}`) | ((model: NoInfer<Model>, words: Words) => string);
  /** `show`: loads each time the page is shown. Default: once, when the page opens. */
  loadOn?: 'show';
  /** Identifies what a load is for. If it changes during the load, the result or failure is discarded. */
  subject?: (model: NoInfer<Model>) => unknown;
  /** Change of the model for ACCESS_ENDED. */
  ended?: Partial<NoInfer<Model>>;
  /** On reconnect: `reload` always loads and sets `online` in the model; `retry` loads after a failure. */
  network?: 'reload' | 'retry';
  /** Values read at every update, such as the time. */
  live?: () => Partial<NoInfer<Model>>;
  /** Confirmation shown before leaving the page; null if nothing would be lost. */
  leaving?: (model: NoInfer<Model>, view: NoInfer<View>) => TextKey | null;
  /** Data that is not part of the view, changed by `setData`. */
  data?: Data;
  /** Instance fields, created for each opening. */
  fields?: () => Fields;
  /** Lifecycle methods, event handlers of the WXML, and shared methods. */
  on?: Methods;
}

/** Definition of a page. */
export interface ScreenOptions<Model, View, Data, Fields, Methods>
  extends PageOptions<Model, View, Data, Fields, Methods> {
  /** Loads data from the server; undefined if there is nothing to load. */
  load?: (model: NoInfer<Model>) => Promise<ModelChange<NoInfer<Model>>>;
  /** Change of the model for a load failure; null clears it. Default: the field `failure`. */
  failed?: (failure: Failure | null) => Partial<NoInfer<Model>>;
}

/** Lifecycle methods. `onLoad` runs before the first update. */
export interface Hooks extends WechatMiniprogram.Page.ILifetime {
  /** After every update. */
  onUpdate(): void;
  /** After the changes are rendered. */
  onPaint(): void;
  onNetwork(online: boolean): void;
}

/** What the model of a page that saves has. If loading can fail apart from saving, see `ScreenOptions.failed`. */
export interface Saving {
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** What is sent from a sheet with a text. */
export interface SheetCall<Model> {
  /** Idempotent, so that it may be sent again if no answer came: by the revision that was seen, or by the key. */
  readonly send: (key: string) => Promise<Partial<Model> | undefined>;
  /** Change of the model that closes the sheet. */
  readonly closed: Partial<Model>;
  /** Shows what is so now, after it was sent and after a refusal; never rejects. Default: `load`. */
  readonly reload?: (isSent: boolean) => Promise<unknown>;
  /** Change of the model for a refusal that has closed the sheet. Default: the field `failure`. */
  readonly told?: (failure: Failure) => Partial<Model>;
}

/** What every page has on `this`, beside its own fields and methods and those of WeChat. */
interface Base<Model> {
  model: Model;
  /** The page is unloaded; results that arrive later are discarded. */
  isUnloaded: boolean;
  /** Unsubscribe functions, called on unload. */
  readonly stops: (() => void)[];
  /** Changes the model and renders the difference. Does nothing after unload. */
  update(change: Partial<Model>): void;
  /** Loads and shows the result or the failure; never rejects. */
  load(): Promise<void>;
  /** The same for another question, such as the next page of a list. Tells whether an answer is shown. */
  attempt(ask: (model: Model) => Promise<ModelChange<Model>>): Promise<boolean>;
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
  /**
   * `save` for the event `ok` of a `comment-sheet`. The sheet closes and the page loads once it is sent. Where no answer came, or
   * other words may do, it stays open with what was typed and says why. A refusal that nothing typed can mend closes it; the page
   * shows what is so now and says why, and the sheet offers the text again. Tells whether it was sent; never rejects.
   */
  saveSheet: Model extends Pick<Saving, 'busy'>
    ? (sheet: { readonly subject: string }, call: SheetCall<Model>) => Promise<boolean>
    : never;
  /** What was typed about this in a sheet has been sent by other means, and is not offered again. */
  sheetSent(subject: string): void;
  /** Takes the failure away and loads again. */
  onRetry(): void;
}

export type Self<Model, Data extends object, Fields, Methods> = Base<Model> &
  Fields &
  Methods &
  WechatMiniprogram.Page.InstanceProperties &
  WechatMiniprogram.Page.InstanceMethods<Data> & { readonly data: Data };
