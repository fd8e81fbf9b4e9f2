import '../../words/words';
import type { ChartData } from '../../../../components/chart-waiting/chart-data';
import { onLanguageChange, words } from '../../../../services/language';
import { INKS } from '../../drawing/look';
import { optionOf } from '../../drawing/option';
import { openPicture, type Picture } from '../../picture/picture';
import { readLook } from '../../picture/read-look';
import { chartView } from './chart.view';

/** The theme's colours are there a moment after the phone tells of it. */
const THEME_MS = 300;

/** What a component has apart from its data. */
interface Own {
  picture: Picture | null;
  /** Counts drawings, so that a slow one does not draw over a later one. */
  turn: number;
  leave: () => void;
}

const owned = new WeakMap<object, Own>();

/**
 * One chart: a sentence, the picture, and its figures as a table behind a tap. Used by all packages under the placeholder
 * `chart-waiting`, whose `chart-data.ts` describes what it takes.
 */
Component({
  options: { addGlobalClass: true },
  properties: {
    chart: { type: Object, value: null as unknown as ChartData },
  },
  data: {
    inks: INKS,
    isOpen: false,
    problem: '',
    text: {} as Record<string, string>,
    ...chartView(null, words()),
  },
  observers: {
    chart() {
      if (owned.has(this)) this.refresh();
    },
  },
  lifetimes: {
    attached() {
      const refresh = () => this.refresh();
      const onTheme = () => setTimeout(refresh, THEME_MS);
      const leaveLanguage = onLanguageChange(refresh);
      wx.onThemeChange(onTheme);
      wx.onWindowResize(refresh);
      owned.set(this, {
        picture: null,
        turn: 0,
        leave() {
          leaveLanguage();
          wx.offThemeChange(onTheme);
          wx.offWindowResize(refresh);
        },
      });
      this.refresh();
    },
    detached() {
      const own = owned.get(this);
      owned.delete(this);
      own?.leave();
      own?.picture?.close();
    },
  },
  methods: {
    refresh() {
      const own = owned.get(this);
      if (!own) return;
      own.turn += 1;
      const { turn } = own;
      const chart = this.data.chart as unknown as ChartData | null;
      const text = { table: words().t('chart.table'), hideTable: words().t('chart.hideTable') };
      this.setData({ ...chartView(chart, words()), text }, async () => {
        if (this.data.kind === 'none' || !chart) return;
        const look = await readLook(this);
        if (owned.get(this)?.turn !== turn) return;
        const { height } = chartView(chart, words(), look.fontPx);
        this.setData({ height }, () => this.draw(optionOf(chart, look)));
      });
    },
    async draw(option: ReturnType<typeof optionOf>) {
      const own = owned.get(this);
      if (!own) return;
      try {
        own.picture ??= openPicture(this.selectComponent('#canvas'));
        await own.picture.draw(this, option);
        if (this.data.problem) this.setData({ problem: '' });
      } catch (error) {
        console.error(error);
        this.setData({ problem: words().t('chart.notDrawn'), isOpen: true });
      }
    },
    onTable() {
      this.setData({ isOpen: !this.data.isOpen });
    },
  },
});
