import { changedPaths } from '../utils/changed-paths';
import { type Failure, failureOf } from './client-error';
import { onLanguageChange, words } from './language';
import { guardLeaving } from './leaving';
import { navigate } from './navigate';
import { onNetworkChange } from './network';
import type { Answer, Hooks, Link, ScreenOptions, Self } from './screen-options';
import { drawTabs } from './tabs';

export type { Link } from './screen-options';

/**
 * Makes a page: model → view → the paths that changed → one `setData`, all in the current language. What the page has
 * to say of itself is told in `ScreenOptions`.
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
