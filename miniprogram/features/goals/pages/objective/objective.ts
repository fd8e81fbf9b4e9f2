import '../../words/words';
import type { TreeNode } from '#contracts/goals';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { fromLink } from '../../../../utils/from-link';
import { rowHandlers } from '../../parts/row-handlers';
import { sheetIn } from '../../place-in';
import {
  checked,
  draftOf,
  hasDependents,
  newId,
  newKeyResult,
  type ObjectiveModel,
  takenAway,
} from './objective.model';
import { dependentLines, objectiveView } from './objective.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

function startModel({ sheet = '', id = '', ...proposal }: Link): ObjectiveModel {
  return {
    ...{ sheetId: fromLink(sheet), objectiveId: id || newId(), isNew: id === '' },
    ...{
      sheet: null,
      cycle: null,
      review: null,
      days: null,
      title: '',
      weight: '',
      alignedWeight: '0',
      alignedTo: [],
    },
    ...{ keyResults: [newKeyResult(100)], reason: '', nodes: null, choosing: false },
    ...{ changed: false, busy: false, failure: null },
    ...proposedIn(proposal),
  };
}

/** What a link proposes for a new objective, such as an improvement plan: it is written already, and not saved. */
function proposedIn({
  title = '',
  result = '',
  start = '',
  target = '',
  unit = '',
}: Link): Partial<ObjectiveModel> {
  if (title === '') return {};
  const proposed = { title: fromLink(result), start, target, unit: fromLink(unit) };
  return {
    ...{ title: fromLink(title), changed: true },
    keyResults: [{ ...newKeyResult(100), ...proposed }],
  };
}

screen({
  title: 'titles.objective',
  start: startModel,
  view: objectiveView,
  leaving: ({ changed }) => (changed ? 'objectiveForm.leaving' : null),
  async load({ sheetId }) {
    const { data } = await cloud.goals.sheet(sheetIn(sheetId));
    const { sheet, cycle, days, review } = data;
    return (model: ObjectiveModel) => {
      const stored = sheet.objectives.find(({ id }) => id === model.objectiveId);
      if (stored) return { sheet, cycle, days, review, isNew: false, ...(!model.changed && draftOf(stored)) };
      const used = sheet.objectives
        .filter(({ state }) => state !== 'dropped')
        .reduce((sum, { weight }) => sum + weight, 0);
      const weight = model.weight || String(Math.max(0, 100 - used));
      return { sheet, cycle, days, review, isNew: true, weight };
    };
  },

  on: {
    edit(change: Partial<ObjectiveModel>) {
      this.update({ ...change, changed: true, failure: null });
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

    ...rowHandlers,

    async onAlign() {
      this.update({ choosing: true });
      // Those above, also after somebody else's were looked at.
      const { cycleId, owner } = sheetIn(this.model.sheetId);
      try {
        const { nodes } = (await cloud.goals.alignable({ cycleId, owner })).data;
        this.update({ ...offering(this.model, nodes), elsewhere: false });
      } catch (thrown) {
        this.update({ choosing: false, failure: failureOf(thrown) });
      }
    },

    /** Shows whose goals count for what is taken away, all of it or these parts. @returns whether to go on */
    async areTold(parts: readonly (string | null)[] | null): Promise<boolean> {
      const { sheetId, objectiveId } = this.model;
      const input = { ...sheetIn(sheetId), objectiveId };
      const { data } = await cloud.goals.dependents(input).catch((thrown) => {
        this.update({ failure: failureOf(thrown) });
        return { data: null };
      });
      if (!data) return false;
      const lines = dependentLines(data, parts, words());
      if (lines === '') return true;
      const { confirm } = await wx.showModal({
        title: words().t('objectiveForm.dependents'),
        content: lines,
        confirmText: words().t('objectiveForm.goOn'),
        cancelText: words().t('common.cancel'),
      });
      return confirm;
    },

    /** Goals of somebody else, who has to agree. */
    onFind() {
      this.update({ choosing: false, finding: true });
    },

    onFindClose() {
      this.update({ finding: false });
    },

    async onFound({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.update({ finding: false });
      const { cycleId, owner } = sheetIn(this.model.sheetId);
      const of = { kind: 'person', id: detail.id } as const;
      await this.attempt(async () => {
        const { nodes } = (await cloud.goals.alignable({ cycleId, owner, of })).data;
        return (model: ObjectiveModel) => ({ ...offering(model, nodes), choosing: true, elsewhere: true });
      });
    },

    onAlignClose() {
      this.update({ choosing: false });
    },

    onAlignTo({ currentTarget }: Tapped<{ key: string }>) {
      const [sheetId = '', objectiveId = '', keyResultId = ''] = currentTarget.dataset.key.split('/');
      const place = { sheetId, objectiveId, ...(keyResultId && { keyResultId }), weight: 1 };
      const waits = this.model.elsewhere && ({ counts: false } as const);
      const others = this.model.alignedTo.filter((each) => keyOf(each) !== currentTarget.dataset.key);
      this.edit({ choosing: false, alignedTo: [...others, { ...place, ...waits }] });
    },

    onUnalign({ currentTarget }: Tapped<{ key: string }>) {
      const { key } = currentTarget.dataset;
      this.edit({ alignedTo: this.model.alignedTo.filter((each) => keyOf(each) !== key) });
    },

    async onSave() {
      const { sheet, sheetId, reason, busy } = this.model;
      const { objective } = checked(this.model);
      if (!objective || !sheet || busy) return;
      const gone = takenAway(this.model);
      if (gone.length > 0 && !(await this.areTold(gone))) return;
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
      const { sheet, busy } = this.model;
      if (!sheet || busy) return;
      if (hasDependents(this.model) && !(await this.areTold(null))) return;
      this.update({ dropping: true });
    },

    onDropClose() {
      this.update({ dropping: false });
    },

    async onDropped({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { sheet, sheetId, objectiveId, busy } = this.model;
      if (!sheet || busy) return;
      const drop = { ...sheetIn(sheetId), rev: sheet.rev, objectiveId, reason: detail.comment };
      const isSent = await this.saveSheet(detail, {
        async send() {
          await cloud.goals.dropObjective(drop);
          return { changed: false };
        },
        closed: { dropping: false },
        reload: async (isDropped) => (isDropped ? undefined : this.load()),
      });
      if (isSent) navigate.back();
    },
  },
});

const offering = ({ offered = [] }: ObjectiveModel, nodes: readonly TreeNode[]) => ({
  nodes,
  offered: [...nodes, ...offered],
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
