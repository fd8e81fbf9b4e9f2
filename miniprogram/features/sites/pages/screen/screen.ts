import '../../words/words';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { isOnline } from '../../../../services/network';
import { cachedProfile } from '../../../../services/profile-data';
import { type Link, screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { drawCode } from '../../../../utils/draw-code';
import { answered, failed, isDue, type ScreenModel } from './screen.model';
import { screenView } from './screen.view';

const TICK_MS = 500;

const startModel = (): ScreenModel => ({
  code: null,
  failure: null,
  online: isOnline(),
  now: serverNow(),
  asking: false,
  tries: 0,
  retryAt: 0,
});

/** The name of the root department. */
const companyName = (): string => {
  const [company] = cachedProfile()?.departmentPath ?? [];
  return company ? words().pick(company) : '';
};

screen({
  title: 'titles.screen',
  start: startModel,
  view: (model, words) => screenView(model, companyName(), companyOffset(), words),
  live: () => ({ now: serverNow() }),
  fields: () => ({ siteId: '', drawn: '', timer: 0 }),

  on: {
    onLoad({ id = '' }: Link) {
      this.siteId = id;
    },

    onShow() {
      wx.setKeepScreenOn({ keepScreenOn: true, fail: ({ errMsg }) => console.error(errMsg) });
      this.timer = setInterval(() => this.tick(), TICK_MS);
      this.tick();
    },

    onHide() {
      this.rest();
    },

    onUnload() {
      this.rest();
    },

    /** Page hidden: stops requesting codes and lets the tablet sleep. */
    rest() {
      clearInterval(this.timer);
      wx.setKeepScreenOn({ keepScreenOn: false, fail: () => undefined });
    },

    /** The canvas has another size: draws again. */
    onResize() {
      this.drawn = '';
      this.update({});
    },

    tick() {
      this.update({});
      if (isDue(this.model)) void this.ask();
    },

    onNetwork(online: boolean) {
      this.update({ online, retryAt: 0 });
      this.tick();
    },

    async ask() {
      this.update({ asking: true });
      try {
        const { data } = await cloud.attendance.screenCode({ siteId: this.siteId });
        this.update(answered(data));
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'NOT_BOUND') navigate.binding();
        this.update(failed(this.model, failure));
      }
    },

    /** Draws the code, if it is another one than the canvas shows. */
    onPaint() {
      const code = this.data.hasCode ? (this.model.code?.code ?? '') : '';
      if (code === this.drawn) return;
      this.drawn = code;
      if (!code) return;
      this.createSelectorQuery()
        .select('#code')
        .fields({ node: true, size: true })
        .exec(([found]) => {
          if (found?.node) drawCode(found.node, found.width, wx.getWindowInfo().pixelRatio, code);
          else this.drawn = '';
        });
    },
  },
});
