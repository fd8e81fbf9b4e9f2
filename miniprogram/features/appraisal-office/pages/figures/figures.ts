import '../../words/words';
import type { FiguresEntry } from '#contracts/appraisal-results';
import type { Day } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { type Link, screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { entriesOf, type FiguresModel } from './figures.model';
import { figuresView } from './figures.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

function startModel({ cycle = '' }: Link): FiguresModel {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  return {
    ...{ cycleId: cycle, data: null, text: '', better: 'more', source: '', on: today, today },
    ...{ loadingMore: false, busy: false, failure: null },
  };
}

screen({
  title: (_, { t }) => t('appraisalFigures.title'),
  start: startModel,
  view: figuresView,
  network: 'retry',
  leaving: ({ text }) => (text.trim() === '' ? null : 'appraisalFigures.leaving'),
  async load({ cycleId, data }) {
    const part = data ? { partId: data.partId } : {};
    return { data: (await cloud.appraisal.figures({ cycleId, ...part })).data };
  },

  on: {
    onText({ detail }: WechatMiniprogram.Input) {
      this.update({ text: detail.value, failure: null });
    },

    onSource({ detail }: WechatMiniprogram.Input) {
      this.update({ source: detail.value, failure: null });
    },

    onBetter({ currentTarget }: Tapped<{ id: FiguresEntry['better'] }>) {
      this.update({ better: currentTarget.dataset.id });
    },

    onDay({ detail }: WechatMiniprogram.PickerChange) {
      this.update({ on: String(detail.value) as Day, failure: null });
    },

    async onPart({ currentTarget }: Tapped<{ id: string }>) {
      const { data } = this.model;
      if (!data || data.partId === currentTarget.dataset.id) return;
      this.update({ data: { ...data, partId: currentTarget.dataset.id } });
      await this.load();
    },

    async onMore() {
      const { data, cycleId, loadingMore } = this.model;
      if (!data || data.next === null || loadingMore) return;
      this.update({ loadingMore: true });
      const { partId, next } = data;
      await this.save(async () => {
        const page = (await cloud.appraisal.figures({ cycleId, partId, after: next })).data;
        return { data: { ...page, rows: [...data.rows, ...page.rows] } };
      });
      this.update({ loadingMore: false });
    },

    async onSave() {
      const entries = entriesOf(this.model);
      if (entries.length === 0 || this.model.busy) return;
      let saved = 0;
      const failure = await this.save(async () => {
        for (const entry of entries) saved += (await cloud.appraisal.saveFigures(entry)).data.saved;
        return { text: '' };
      });
      if (failure) return;
      wx.showToast({ icon: 'none', title: words().t('appraisalFigures.saved', { count: saved }) });
      await this.load();
    },
  },
});
