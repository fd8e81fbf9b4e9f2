import '../../words/words';
import type { FigureSource } from '#contracts/goal';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { sheetIn } from '../../place-in';
import {
  checked,
  draftOf,
  type KeyResultDraft,
  type Kind,
  newId,
  newKeyResult,
  type ObjectiveModel,
} from './objective.model';
import { objectiveView } from './objective.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Text = 'title' | 'start' | 'target' | 'limit' | 'unit' | 'weight';

function startModel({ sheet = '', id = '' }: Link): ObjectiveModel {
  return {
    ...{ sheetId: decodeURIComponent(sheet), objectiveId: id || newId(), isNew: id === '' },
    ...{ sheet: null, cycle: null, days: null, title: '', weight: '', alignedWeight: '0', alignedTo: [] },
    ...{ keyResults: [newKeyResult(100)], reason: '', nodes: null, choosing: false },
    ...{ changed: false, busy: false, failure: null },
  };
}

screen({
  title: 'titles.objective',
  start: startModel,
  view: objectiveView,
  leaving: ({ changed }) => (changed ? 'objectiveForm.leaving' : null),
  async load({ sheetId }) {
    const { data } = await cloud.goals.sheet(sheetIn(sheetId));
    const { sheet, cycle, days } = data;
    return (model: ObjectiveModel) => {
      const stored = sheet.objectives.find(({ id }) => id === model.objectiveId);
      if (stored) return { sheet, cycle, days, isNew: false, ...(!model.changed && draftOf(stored)) };
      const used = sheet.objectives
        .filter(({ state }) => state !== 'dropped')
        .reduce((sum, { weight }) => sum + weight, 0);
      return { sheet, cycle, days, isNew: true, weight: model.weight || String(Math.max(0, 100 - used)) };
    };
  },

  on: {
    edit(change: Partial<ObjectiveModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    editRow(id: string, change: (draft: KeyResultDraft) => KeyResultDraft) {
      this.edit({ keyResults: this.model.keyResults.map((each) => (each.id === id ? change(each) : each)) });
    },

    onTitle({ detail }: WechatMiniprogram.Input) {
      this.edit({ title: detail.value });
    },

    onWeight({ detail }: WechatMiniprogram.Input) {
      this.edit({ weight: detail.value });
    },

    onAlignedWeight({ detail }: WechatMiniprogram.Input) {
      this.edit({ alignedWeight: detail.value });
    },

    onReason({ detail }: WechatMiniprogram.Input) {
      this.update({ reason: detail.value });
    },

    onRowText({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { id, field } = currentTarget.dataset as { readonly id: string; readonly field: Text };
      this.editRow(id, (each) => ({ ...each, [field]: detail.value }));
    },

    onKind({ currentTarget }: Tapped<{ row: string; id: Kind }>) {
      const { row, id } = currentTarget.dataset;
      const first = { id: newId(), title: '', weight: '100' };
      this.editRow(row, (each) => ({
        ...each,
        kind: id,
        milestones: id === 'milestones' && each.milestones.length === 0 ? [first] : each.milestones,
      }));
    },

    onSource({ currentTarget }: Tapped<{ row: string; id: FigureSource }>) {
      const { row, id } = currentTarget.dataset;
      this.editRow(row, (each) => ({ ...each, source: id, kind: id === 'sum' ? 'metric' : each.kind }));
    },

    onStep({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { row, id, field } = currentTarget.dataset as Record<'row' | 'id' | 'field', string>;
      this.editRow(row, (each) => ({
        ...each,
        milestones: each.milestones.map((step) =>
          step.id === id ? { ...step, [field]: detail.value } : step,
        ),
      }));
    },

    onAddStep({ currentTarget }: Tapped<{ row: string }>) {
      this.editRow(currentTarget.dataset.row, (each) => ({
        ...each,
        milestones: [...each.milestones, { id: newId(), title: '', weight: '' }],
      }));
    },

    onRemoveStep({ currentTarget }: Tapped<{ row: string; id: string }>) {
      const { row, id } = currentTarget.dataset;
      this.editRow(row, (each) => ({
        ...each,
        milestones: each.milestones.filter((step) => step.id !== id),
      }));
    },

    onAdd() {
      const { sum } = checked(this.model);
      this.edit({ keyResults: [...this.model.keyResults, newKeyResult(Math.max(0, 100 - sum))] });
    },

    onRemove({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      this.edit({ keyResults: this.model.keyResults.filter((each) => each.id !== id) });
    },

    async onAlign() {
      this.update({ choosing: true });
      if (this.model.nodes) return;
      const { cycleId, owner } = sheetIn(this.model.sheetId);
      try {
        this.update({ nodes: (await cloud.goals.alignable({ cycleId, owner })).data.nodes });
      } catch (thrown) {
        this.update({ choosing: false, failure: failureOf(thrown) });
      }
    },

    onAlignClose() {
      this.update({ choosing: false });
    },

    onAlignTo({ currentTarget }: Tapped<{ key: string }>) {
      const [sheetId = '', objectiveId = '', keyResultId = ''] = currentTarget.dataset.key.split('/');
      const place = { sheetId, objectiveId, ...(keyResultId && { keyResultId }), weight: 1 };
      const others = this.model.alignedTo.filter((each) => keyOf(each) !== currentTarget.dataset.key);
      this.edit({ choosing: false, alignedTo: [...others, place] });
    },

    onUnalign({ currentTarget }: Tapped<{ key: string }>) {
      const { key } = currentTarget.dataset;
      this.edit({ alignedTo: this.model.alignedTo.filter((each) => keyOf(each) !== key) });
    },

    async onSave() {
      const { sheet, sheetId, reason, busy } = this.model;
      const { objective } = checked(this.model);
      if (!objective || !sheet || busy) return;
      const input = {
        ...sheetIn(sheetId),
        rev: sheet.rev,
        objective,
        ...(reason.trim() && { reason: reason.trim() }),
      };
      const failure = await this.save(async () => {
        await cloud.goals.saveObjective(input);
        return { changed: false };
      });
      if (failure) return;
      wx.showToast({ title: words().t('objectiveForm.saved'), icon: 'success' });
      navigate.back();
    },

    async onDrop() {
      const { sheet, sheetId, objectiveId, title, busy } = this.model;
      if (!sheet || busy) return;
      const { confirm, content } = await wx.showModal({
        title: words().t('objectiveForm.dropAsk', { title }),
        editable: true,
        placeholderText: words().t('objectiveForm.dropReason'),
        confirmText: words().t('objectiveForm.dropOk'),
        cancelText: words().t('common.cancel'),
      });
      const reason = (content ?? '').trim();
      if (!confirm) return;
      if (reason === '') {
        wx.showToast({ title: words().t('objectiveForm.needReason'), icon: 'none' });
        return;
      }
      const failure = await this.save(async () => {
        await cloud.goals.dropObjective({ ...sheetIn(sheetId), rev: sheet.rev, objectiveId, reason });
        return { changed: false };
      });
      if (!failure) navigate.back();
    },
  },
});

const keyOf = ({
  sheetId,
  objectiveId,
  keyResultId = '',
}: {
  sheetId: string;
  objectiveId: string;
  keyResultId?: string;
}) => `${sheetId}/${objectiveId}/${keyResultId}`;
