import '../../words/words';
import type { Confidence } from '#contracts/goal';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { fromLink } from '../../../../utils/from-link';
import { newKey } from '../../../../utils/new-key';
import { type Evidence, filesInput, isSending, noEvidence } from '../../evidence.model';
import { type FigureDraft, readFigure, usualMode } from '../../figure.model';
import { evidenceHandlers } from '../../parts/evidence-handlers';
import { sheetIn } from '../../place-in';
import { type KeyResultModel, keyResultOf } from './key-result.model';
import { keyResultView } from './key-result.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ sheet = '', id = '' }: Link): KeyResultModel => ({
  ...{
    sheetId: fromLink(sheet),
    today: dayOf(serverNow(), CHINA_UTC_OFFSET),
    id,
    data: null,
    draft: null,
    confidence: null,
    note: '',
    evidence: noEvidence,
    key: newKey(),
  },
  ...{ moved: null, busy: false, failure: null },
});

screen({
  title: 'titles.keyResult',
  start: startModel,
  view: keyResultView,
  loadOn: 'show',
  async load({ sheetId, id }) {
    const { data } = await cloud.goals.history({ ...sheetIn(sheetId), keyResultId: id });
    return (model: KeyResultModel) => {
      const keyResult = keyResultOf({ ...model, data });
      const begun: FigureDraft = {
        mode: keyResult ? usualMode(keyResult) : 'set',
        typed: '',
        done: keyResult?.standing.done ?? [],
      };
      return { data, today: dayOf(serverNow(), CHINA_UTC_OFFSET), draft: model.draft ?? begun };
    };
  },

  on: {
    edit(change: Partial<FigureDraft>) {
      const { draft } = this.model;
      if (draft) this.update({ draft: { ...draft, ...change }, failure: null });
    },

    onMode({ currentTarget }: Tapped<{ id: FigureDraft['mode'] }>) {
      this.edit({ mode: currentTarget.dataset.id });
    },

    onDivide() {
      navigate.breakDown(this.model.sheetId, this.model.id);
    },

    onTyped({ detail }: WechatMiniprogram.Input) {
      this.edit({ typed: detail.value });
    },

    onChoice({ currentTarget }: Tapped<{ id: string }>) {
      this.edit({ typed: currentTarget.dataset.id });
    },

    onStep({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      const done = this.model.draft?.done ?? [];
      this.edit({ done: done.includes(id) ? done.filter((each) => each !== id) : [...done, id] });
    },

    onConfidence({ currentTarget }: Tapped<{ id: Confidence }>) {
      const { id } = currentTarget.dataset;
      this.update({ confidence: this.model.confidence === id ? null : id });
    },

    onNote({ detail }: WechatMiniprogram.Input) {
      this.update({ note: detail.value });
    },

    editEvidence(change: Partial<Evidence>) {
      this.update({ evidence: { ...this.model.evidence, ...change }, failure: null });
    },

    ...evidenceHandlers,

    async onSave() {
      const { sheetId, draft, confidence, note, evidence, key, busy } = this.model;
      const keyResult = keyResultOf(this.model);
      const read = keyResult && draft ? readFigure(keyResult, draft) : null;
      if (!read || !('entry' in read) || busy || isSending(evidence)) return;
      const input = {
        ...{ ...sheetIn(sheetId), key, entries: [read.entry] },
        ...(confidence && { confidence }),
        ...(note && { note }),
        ...filesInput(evidence),
      };
      await this.save(
        async () => {
          const { data: moved } = await cloud.goals.checkIn(input);
          wx.vibrateShort({ type: 'light', fail: () => undefined });
          wx.showToast({ title: words().t('keyResult.saved'), icon: 'success' });
          return { moved, draft: null, note: '', evidence: noEvidence, key: newKey() };
        },
        () => Promise.resolve(),
      );
      if (!this.model.failure) await this.load();
    },

    async onUndo({ currentTarget }: Tapped<{ id: string }>) {
      const { confirm } = await wx.showModal({
        content: words().t('keyResult.undoAsk'),
        confirmText: words().t('keyResult.undo'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      const input = { ...sheetIn(this.model.sheetId), id: currentTarget.dataset.id };
      await this.save(async () => ({ moved: (await cloud.goals.undoCheckIn(input)).data, draft: null }));
      if (!this.model.failure) await this.load();
    },
  },
});
