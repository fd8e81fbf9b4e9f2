import type { FigureSource } from '#contracts/goal';
import {
  checked,
  type KeyResultDraft,
  type Kind,
  newId,
  newKeyResult,
  type ObjectiveModel,
} from '../pages/objective/objective.model';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Text = 'title' | 'start' | 'target' | 'limit' | 'unit' | 'weight' | 'words';

/** A page whose model is an objective that is being written. */
interface RowPage {
  readonly model: ObjectiveModel;
  edit(change: Pick<ObjectiveModel, 'keyResults'>): void;
  editRow(id: string, change: (draft: KeyResultDraft) => KeyResultDraft): void;
}

/** What the fields of `parts/key-result.wxml` do. */
export const rowHandlers = {
  editRow(this: RowPage, id: string, change: (draft: KeyResultDraft) => KeyResultDraft) {
    this.edit({ keyResults: this.model.keyResults.map((each) => (each.id === id ? change(each) : each)) });
  },

  onRowText(this: RowPage, { currentTarget, detail }: WechatMiniprogram.Input) {
    const { id, field } = currentTarget.dataset as { readonly id: string; readonly field: Text };
    this.editRow(id, (each) => ({ ...each, [field]: detail.value }));
  },

  onKind(this: RowPage, { currentTarget }: Tapped<{ row: string; id: Kind }>) {
    const { row, id } = currentTarget.dataset;
    const first = { id: newId(), title: '', weight: '100' };
    this.editRow(row, (each) => ({
      ...each,
      kind: id,
      milestones: id === 'milestones' && each.milestones.length === 0 ? [first] : each.milestones,
    }));
  },

  onSource(this: RowPage, { currentTarget }: Tapped<{ row: string; id: FigureSource }>) {
    const { row, id } = currentTarget.dataset;
    this.editRow(row, (each) => ({ ...each, source: id, kind: id === 'sum' ? 'metric' : each.kind }));
  },

  onStep(this: RowPage, { currentTarget, detail }: WechatMiniprogram.Input) {
    const { row, id, field } = currentTarget.dataset as Record<'row' | 'id' | 'field', string>;
    this.editRow(row, (each) => ({
      ...each,
      milestones: each.milestones.map((step) => (step.id === id ? { ...step, [field]: detail.value } : step)),
    }));
  },

  onAddStep(this: RowPage, { currentTarget }: Tapped<{ row: string }>) {
    this.editRow(currentTarget.dataset.row, (each) => ({
      ...each,
      milestones: [...each.milestones, { id: newId(), title: '', weight: '' }],
    }));
  },

  onRemoveStep(this: RowPage, { currentTarget }: Tapped<{ row: string; id: string }>) {
    const { row, id } = currentTarget.dataset;
    this.editRow(row, (each) => ({
      ...each,
      milestones: each.milestones.filter((step) => step.id !== id),
    }));
  },

  onAdd(this: RowPage) {
    const { sum } = checked(this.model);
    this.edit({ keyResults: [...this.model.keyResults, newKeyResult(Math.max(0, 100 - sum))] });
  },

  onRemove(this: RowPage, { currentTarget }: Tapped<{ id: string }>) {
    const { id } = currentTarget.dataset;
    this.edit({ keyResults: this.model.keyResults.filter((each) => each.id !== id) });
  },
};
