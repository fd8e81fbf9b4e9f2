import '../../words/words';
import type { Confidence } from '#contracts/goal';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { type Link, screen } from '../../../../services/screen';
import { appendSpeech } from '../../../../utils/append-speech';
import { fromLink } from '../../../../utils/from-link';
import { newKey } from '../../../../utils/new-key';
import { MAX_REPORT_LENGTH } from '../../daily-report/recognise';
import { type Evidence, filesInput, heldOf, isSending, noEvidence } from '../../evidence.model';
import { evidenceHandlers } from '../../parts/evidence-handlers';
import { chosen, entriesOf, nameOf, type ReportModel, recognised } from './report.model';
import { reportView } from './report.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ cycle = '', text = '' }: Link): ReportModel => ({
  ...{ cycleId: cycle, data: null, text: fromLink(text), choices: {}, typed: {}, confidence: null },
  ...{ evidence: noEvidence, key: newKey(), moved: null, busy: false, failure: null },
});

screen({
  title: 'titles.dayReport',
  start: startModel,
  view: reportView,
  async load({ cycleId }) {
    const { data } = await cloud.goals.home(cycleId ? { cycleId } : {});
    return (model: ReportModel) => ({
      ...{ data, text: model.text || (data.report?.text ?? '') },
      evidence: { ...model.evidence, files: model.evidence.files ?? heldOf(data.report?.files) },
    });
  },

  on: {
    /** Another content is another report, which stands in for one whose answer was lost. */
    edit(change: Partial<ReportModel>) {
      this.update({ ...change, key: newKey(), failure: null });
    },

    onText({ detail }: WechatMiniprogram.Input) {
      this.edit({ text: detail.value, moved: null });
    },

    onSaid({ detail }: WechatMiniprogram.CustomEvent<{ text: string }>) {
      this.edit({ text: appendSpeech(this.model.text, detail.text, MAX_REPORT_LENGTH), moved: null });
    },

    /** Which key result a figure is about, or that it does not count. */
    onChoose({ currentTarget }: Tapped<{ name: string; id: string }>) {
      const { name, id } = currentTarget.dataset;
      this.choose(name, { keyResultId: id === '' ? null : id });
    },

    onMode({ currentTarget }: Tapped<{ name: string; id: 'add' | 'set' }>) {
      const { name, id } = currentTarget.dataset;
      this.choose(name, { mode: id });
    },

    choose(name: string, change: { readonly keyResultId?: string | null; readonly mode?: 'add' | 'set' }) {
      const found = recognised(this.model);
      const proposals = 'proposals' in found ? found.proposals : [];
      const proposal = proposals.find((each) => nameOf(each, this.model.text) === name);
      if (!proposal) return;
      const choices = {
        ...this.model.choices,
        [name]: { ...chosen(proposal, proposals, this.model), ...change },
      };
      this.edit({ choices });
    },

    onOther({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { id } = currentTarget.dataset as { readonly id: string };
      this.edit({ typed: { ...this.model.typed, [id]: detail.value } });
    },

    onConfidence({ currentTarget }: Tapped<{ id: Confidence }>) {
      const { id } = currentTarget.dataset;
      this.edit({ confidence: this.model.confidence === id ? null : id });
    },

    editEvidence(change: Partial<Evidence>) {
      this.edit({ evidence: { ...this.model.evidence, ...change } });
    },

    ...evidenceHandlers,

    async onSave() {
      const { data, text, key, confidence, evidence, busy } = this.model;
      if (!data?.cycle || !text.trim() || busy || isSending(evidence)) return;
      const entries = entriesOf(this.model);
      const input = {
        key,
        cycleId: data.cycle.id,
        day: data.today,
        text,
        entries,
        ...(confidence && { confidence }),
        ...filesInput(evidence),
      };
      await this.save(async () => {
        const { data: moved } = await cloud.goals.report(input);
        wx.vibrateShort({ type: 'light', fail: () => undefined });
        wx.showToast({ title: words().t('dayReport.saved'), icon: 'success' });
        return { moved, key: newKey(), typed: {} };
      });
      if (this.model.failure) return;
      // What has moved is said above.
      wx.pageScrollTo({ scrollTop: 0, duration: 200 });
      await this.load();
    },
  },
});
