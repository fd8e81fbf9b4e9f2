import type { TextKey } from '../locales/texts';
import type { Words } from '../locales/words';
import { changedPaths } from '../utils/changed-paths';
import { type Failure, failureOf } from './client-error';
import { onLanguageChange, words } from './language';
import { guardLeaving } from './leaving';
import { navigate } from './navigate';
import { onNetworkChange } from './network';
import { drawTabs } from './tabs';

/** The parameters of the link that opened a page. */
export type Link = Readonly<Record<string, string | undefined>>;
/** A change, or how the model that is shown by then changes; nothing changes nothing. */
type Answer<Model> = Partial<Model> | ((model: Model) => Partial<Model>) | undefined;

interface Options<Model, View, Data, Fields, Methods> {
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
interface Hooks extends WechatMiniprogram.Page.ILifetime {
  /** After every update. */
  onUpdate(): void;
  /** When what has changed is seen. */
  onPaint(): void;
  onNetwork(online: boolean): void;
}

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
  /** Takes the failure away and loads again. */
  onRetry(): void;
}

type Self<Model, Data extends object, Fields, Methods> = Base<Model> &
  Fields &
  Methods &
  WechatMiniprogram.Page.InstanceProperties &
  WechatMiniprogram.Page.InstanceMethods<Data> & { readonly data: Data };

/** Makes a page: model → view → the paths that changed → one `setData`, all in the current language. */
export function screen<
  Model extends object,
  View extends object,
  Data extends object = object,
  Fields extends object = object,
  Methods extends object = object,
>(
  options: Options<Model, View, Data, Fields, Methods> & ThisType<Self<Model, View & Data, Fields, Methods>>,
): void {
  type This = Self<Model, View & Data, Fields, Hooks> & { isShown: boolean; titleShown: string };
  const { start, view, title, load, loadOn, subject, network, leaving } = options;
  const failed = options.failed ?? ((failure) => ({ failure }) as object);
  const { onLoad, onShow, onHide, onUnload, onUpdate, onPaint, ...own }: Partial<Hooks> = options.on ?? {};

  /** WeChat writes the title of whatever page is on top, so a page that is not seen must not. */
  function showTitle(page: This): void {
    const text = typeof title === 'string' ? words().t(title) : title(page.model, words());
    if (!page.isShown || text === '' || text === page.titleShown) return;
    page.titleShown = text;
    wx.setNavigationBarTitle({ title: text });
  }

  Page({
    data: { ...view(start({}), words()), ...options.data },

    update(this: This, change: Partial<Model>) {
      if (this.isLeft) return;
      this.model = { ...this.model, ...change, ...options.live?.() };
      const next = view(this.model, words());
      const changes = changedPaths(this.data, next);
      if (Object.keys(changes).length > 0) this.setData(changes as object, onPaint?.bind(this));
      const question = leaving?.(this.model, next) ?? null;
      if (leaving) guardLeaving(question !== null, question ? words().t(question) : '');
      showTitle(this);
      onUpdate?.call(this);
    },

    async load(this: This) {
      await this.attempt(async (model) => load?.(model));
    },

    async attempt(this: This, ask: (model: Model) => Promise<Answer<Model>>) {
      const asked = subject?.(this.model);
      const isAsked = () => !this.isLeft && asked === subject?.(this.model);
      try {
        const answer = await ask(this.model);
        const change = typeof answer === 'function' ? answer(this.model) : answer;
        if (!change || !isAsked()) return false;
        this.update({ ...failed(null), ...change });
        return true;
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'NOT_BOUND') navigate.binding();
        else if (isAsked())
          this.update({ ...failed(failure), ...(failure.code === 'ACCESS_ENDED' && options.ended) });
        return false;
      }
    },

    onRetry(this: This) {
      this.update(failed(null));
      void this.load();
    },

    onNetwork(this: This, online: boolean) {
      if (network === 'reload') this.update({ online } as object);
      const { failure } = this.model as { failure?: Failure | null };
      if (online && (network === 'reload' || (network === 'retry' && failure))) this.onRetry();
    },

    async onPullDownRefresh(this: This) {
      await this.load();
      wx.stopPullDownRefresh();
    },

    ...own,

    onLoad(this: This, link: Link) {
      Object.assign(this, { isLeft: false, stops: [], model: start(link) }, options.fields?.());
      void onLoad?.call(this, link);
      this.update({});
      this.stops.push(
        onLanguageChange(() => this.update({})),
        onNetworkChange((online) => this.onNetwork(online)),
      );
      if (loadOn !== 'show') void this.load();
    },

    onShow(this: This) {
      Object.assign(this, { isShown: true, titleShown: '' });
      showTitle(this);
      drawTabs();
      void onShow?.call(this);
      if (loadOn === 'show') void this.load();
    },

    onHide(this: This) {
      this.isShown = false;
      void onHide?.call(this);
    },

    onUnload(this: This) {
      void onUnload?.call(this);
      this.isLeft = true;
      for (const stop of this.stops) stop();
    },
  });
}
