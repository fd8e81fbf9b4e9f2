import { changedPaths } from '../utils/changed-paths';
import { fittingTitle } from '../utils/fitting-title';
import { type Failure, failureOf } from './client-error';
import { onLanguageChange, words } from './language';
import { guardLeaving } from './leaving';
import { navigate } from './navigate';
import { onNetworkChange } from './network';
import { pageLook } from './page-look';
import type { Hooks, Link, ModelChange, ScreenOptions, Self, SheetCall } from './screen-options';
import {
  attemptOf,
  failedOf,
  nothingSent,
  refusalOf,
  type SheetSending,
  sentOf,
  sheetState,
} from './sheet-sending';
import { drawTabs } from './tabs';

export type { Link } from './screen-options';

/**
 * Creates a page: model → view → changed paths → one `setData`, in the current language. The options are documented in
 * `ScreenOptions`.
 */
export function screen<
  Model extends object,
  View extends object,
  Data extends object = object,
  Fields extends object = object,
  Methods extends object = object,
>(
  options: ScreenOptions<Model, View, Data, Fields, Methods> &
    ThisType<Self<Model, View & Data, Fields, Methods>>,
): void {
  type Own = { look: string; sheetState: ReturnType<typeof sheetState> };
  type This = Self<Model, View & Data & Own, Fields, Hooks> & {
    isShown: boolean;
    shownTitle: string;
    /** The last one, and those that are still to be sent. */
    sending: SheetSending;
    unsent: Map<string, SheetSending>;
  };
  const { start, view, title, load, loadOn, subject, network, leaving } = options;
  const failed = options.failed ?? ((failure) => ({ failure }) as object);
  const { onLoad, onShow, onHide, onUnload, onUpdate, onPaint, ...own }: Partial<Hooks> = options.on ?? {};

  /** WeChat sets the title of the top page, so hidden pages must not set it. */
  function showTitle(page: This): void {
    // One that is worked out may hold a name, of any length.
    const text =
      typeof title === 'string'
        ? words().t(title)
        : fittingTitle(title(page.model, words()), wx.getWindowInfo().windowWidth);
    if (!page.isShown || text === '' || text === page.shownTitle) return;
    page.shownTitle = text;
    wx.setNavigationBarTitle({ title: text });
  }

  Page({
    data: {
      ...{ ...view(start({}), words()), ...options.data, look: pageLook() },
      sheetState: sheetState(nothingSent, words()),
    },

    update(this: This, change: Partial<Model>) {
      if (this.isUnloaded) return;
      this.model = { ...this.model, ...change, ...options.live?.() };
      const next = view(this.model, words());
      const changes = changedPaths(this.data, { ...next, sheetState: sheetState(this.sending, words()) });
      if (Object.keys(changes).length > 0) this.setData(changes as object, onPaint?.bind(this));
      const question = leaving?.(this.model, next) ?? null;
      if (leaving) guardLeaving(question !== null, question ? words().t(question) : '');
      showTitle(this);
      onUpdate?.call(this);
    },

    async load(this: This) {
      await this.attempt(async (model) => load?.(model));
    },

    async attempt(this: This, ask: (model: Model) => Promise<ModelChange<Model>>) {
      const subjectBefore = subject?.(this.model);
      const isStillCurrent = () => !this.isUnloaded && subjectBefore === subject?.(this.model);
      try {
        const answer = await ask(this.model);
        const change = typeof answer === 'function' ? answer(this.model) : answer;
        if (!change || !isStillCurrent()) return false;
        this.update({ ...failed(null), ...change });
        return true;
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'NOT_BOUND') navigate.binding();
        else if (isStillCurrent())
          this.update({ ...failed(failure), ...(failure.code === 'ACCESS_ENDED' && options.ended) });
        return false;
      }
    },

    async save(
      this: This,
      send: () => Promise<Partial<Model> | undefined>,
      reload?: () => Promise<unknown>,
    ): Promise<Failure | null> {
      this.update({ busy: true, failure: null } as object);
      try {
        const change = await send();
        await reload?.();
        this.update({ busy: false, ...change } as object);
        return null;
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'REQUEST_CHANGED') await reload?.();
        this.update({ busy: false, failure } as object);
        return failure;
      }
    },

    async saveSheet(
      this: This,
      { subject }: { subject: string },
      {
        send,
        closed,
        reload = () => this.load(),
        told = (failure) => ({ failure }) as object,
      }: SheetCall<Model>,
    ): Promise<boolean> {
      const attempt = attemptOf(subject, this.unsent.get(subject));
      this.sending = attempt;
      this.update({ busy: true, failure: null } as object);
      try {
        const change = await send(attempt.key);
        this.unsent.delete(subject);
        this.sending = sentOf(subject);
        this.update({ ...closed, ...change });
        await reload(true);
        this.update({ busy: false } as object);
        return true;
      } catch (thrown) {
        const failure = failureOf(thrown);
        this.sending = failedOf(attempt, failure);
        if (this.sending.failure) {
          this.unsent.set(subject, this.sending);
          this.update({ busy: false } as object);
          return false;
        }
        this.unsent.delete(subject);
        this.update(closed);
        await reload(false);
        this.update({ busy: false, ...told(refusalOf(attempt, failure)) } as object);
        return false;
      }
    },

    sheetSent(this: This, subject: string) {
      this.sending = sentOf(subject);
      this.update({});
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
      const own = { isUnloaded: false, stops: [], model: start(link) };
      Object.assign(this, own, { sending: nothingSent, unsent: new Map() }, options.fields?.());
      void onLoad?.call(this, link);
      this.update({});
      this.stops.push(
        onLanguageChange(() => this.update({})),
        onNetworkChange((online) => this.onNetwork(online)),
      );
      if (loadOn !== 'show') void this.load();
    },

    onShow(this: This) {
      Object.assign(this, { isShown: true, shownTitle: '' });
      // WeChat's font size may have changed meanwhile.
      if (this.data.look !== pageLook()) this.setData({ look: pageLook() } as object);
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
      this.isUnloaded = true;
      for (const stop of this.stops) stop();
    },
  });
}
