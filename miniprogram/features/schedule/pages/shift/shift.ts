import '../../words/words';
import type { Day } from '#contracts/common';
import type { DatedShift, Shift } from '#contracts/shift';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { ClientError, failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { guardLeaving } from '../../../../services/leaving';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { newKey } from '../../../../utils/new-key';
import { effectsOf } from '../../effects';
import { changerOf } from '../../history.view';
import { merge } from '../../merge';
import {
  type BreakDraft,
  changedBreak,
  draftOf,
  newDraft,
  ofKind,
  type ShiftDraft,
  shiftFrom,
  toggledWorkday,
  withBreak,
  withoutBreak,
} from '../../shift.model';
import { editedVersion, type ShiftDates, versionBefore } from '../../shift-dates.model';
import {
  baseOf,
  type DraftFields,
  fieldsOf,
  isUnsaved,
  noShift,
  type ShiftModel,
  shiftView,
} from './shift.view';

type FieldEvent = WechatMiniprogram.CustomEvent<
  { value: string | boolean },
  WechatMiniprogram.IAnyObject,
  { field: keyof ShiftDraft }
>;
type BreakEvent = WechatMiniprogram.CustomEvent<
  { value: string | boolean },
  WechatMiniprogram.IAnyObject,
  { index: number; part: keyof BreakDraft }
>;

/** A generated code, which HR may change. */
const freshId = () => `SH-${newKey().slice(0, 9).toUpperCase().slice(-6)}`;

/** The shift as it is now; null if it is gone. */
async function read(id: string): Promise<DatedShift | null> {
  const { data } = await cloud.schedule.shifts({});
  return data.shifts.find(({ value }) => value.id === id) ?? null;
}

/** What would be saved. */
const inputOf = (
  draft: ShiftDraft,
  { stored, from, editing }: ShiftDates & { readonly stored: DatedShift | null },
) => ({
  shift: shiftFrom(draft),
  expectedVersion: stored?.value.version ?? 0,
  ...(stored && { from, ...(editing && { replaces: editing }) }),
});

const today = () => dayOf(serverNow(), CHINA_UTC_OFFSET);

screen({
  title: ({ id }, words) => words.t(id ? 'titles.shift' : 'titles.newShift'),
  start: ({ id = '' }: Link): ShiftModel => ({ ...noShift(today()), id }),
  view: shiftView,

  async load({ id }) {
    if (!id) return undefined;
    const stored = await read(id);
    if (!stored) throw new ClientError('NOT_FOUND');
    return { stored, draft: draftOf(stored.value) };
  },
  failed: (loadFailure) => ({ loadFailure }),
  leaving: (model) => (isUnsaved(model) ? 'shift.leave' : null),

  on: {
    onLoad() {
      if (!this.model.id) this.update({ draft: newDraft(freshId()) });
    },

    edit(draft: ShiftDraft) {
      this.update({ draft, failure: null });
    },

    onField(event: FieldEvent) {
      const { field } = event.currentTarget.dataset;
      if (this.model.draft) this.edit({ ...this.model.draft, [field]: event.detail.value });
    },

    onKind(event: WechatMiniprogram.TouchEvent<never, never, { kind: Shift['kind'] }>) {
      if (this.model.draft) this.edit(ofKind(this.model.draft, event.currentTarget.dataset.kind));
    },

    onCore() {
      if (this.model.draft) this.edit({ ...this.model.draft, hasCore: !this.model.draft.hasCore });
    },

    onWorkday(event: WechatMiniprogram.TouchEvent<never, never, { day: number }>) {
      if (this.model.draft) this.edit(toggledWorkday(this.model.draft, event.currentTarget.dataset.day));
    },

    onBreak(event: BreakEvent) {
      const { index, part } = event.currentTarget.dataset;
      if (this.model.draft) this.edit(changedBreak(this.model.draft, index, { [part]: event.detail.value }));
    },

    onPunched(event: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      const { draft } = this.model;
      if (draft) this.edit(changedBreak(draft, index, { punched: !draft.breaks[index]?.punched }));
    },

    onAddBreak() {
      if (this.model.draft) this.edit(withBreak(this.model.draft));
    },

    onRemoveBreak(event: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      if (this.model.draft) this.edit(withoutBreak(this.model.draft, event.currentTarget.dataset.index));
    },

    onFrom(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.update({ from: event.detail.value as Day, failure: null });
    },

    /** A planned version, or the shift as it is today, comes into the form. */
    async onVersion(event: WechatMiniprogram.TouchEvent<never, never, { day: Day | '' }>) {
      const { stored, today, editing } = this.model;
      const day = event.currentTarget.dataset.day || null;
      if (!stored || day === editing || !(await this.mayReplace())) return;
      const dates = { from: day ?? today, editing: day };
      this.update({ ...dates, draft: draftOf(editedVersion(stored, dates)), failure: null, clash: null });
    },

    /** The form gets what was before the planned change: saved like that, the change is taken back. */
    onTakeBack(event: WechatMiniprogram.TouchEvent<never, never, { day: Day }>) {
      const { stored } = this.model;
      const { day } = event.currentTarget.dataset;
      const before = stored && versionBefore(stored, day);
      if (before)
        this.update({ from: day, editing: day, draft: draftOf(before), failure: null, clash: null });
    },

    /** Whether what was edited may give way to another version. */
    async mayReplace(): Promise<boolean> {
      if (!isUnsaved(this.model)) return true;
      const { confirm } = await wx.showModal({ content: words().t('shift.leave') });
      return confirm;
    },

    /** Whom it touches is shown first; what touches nobody is saved at once. */
    async onSave() {
      const { draft, stored, busy } = this.model;
      if (!draft || busy) return;
      await this.send(async () => {
        const effects = stored
          ? await effectsOf({ cause: 'shift', input: inputOf(draft, this.model) })
          : null;
        return effects ? { effects, isAsking: true } : this.store(draft);
      });
    },

    onUnconfirmed() {
      this.update({ isAsking: false });
    },

    async onConfirm() {
      const { draft, busy } = this.model;
      if (!draft || busy) return;
      this.update({ isAsking: false });
      await this.send(() => this.store(draft));
    },

    async store(draft: ShiftDraft) {
      await cloud.schedule.saveShift(inputOf(draft, this.model));
      wx.showToast({ title: words().t('shift.saved'), icon: 'success' });
      if (this.isUnloaded) return {};
      guardLeaving(false, '');
      navigate.back();
      return {};
    },

    async send(run: () => Promise<Partial<ShiftModel>>) {
      const failure = await this.save(run);
      if (failure?.code === 'VERSION_CONFLICT' && this.model.stored) await this.catchUp();
      else if (failure && this.data.refusedField)
        wx.nextTick(() => wx.pageScrollTo({ selector: '.refused', offsetTop: -160 }));
    },

    /** After a version conflict: merges the stored shift into the draft; the person's changes win. */
    async catchUp() {
      const { draft } = this.model;
      try {
        const fresh = await read(this.model.id);
        if (!fresh || !draft) return;
        const theirs = fieldsOf(draftOf(fresh.value));
        const merged = merge(fieldsOf(baseOf(this.model)), fieldsOf(draft), theirs as DraftFields);
        const [last] = fresh.history;
        this.update({
          stored: fresh,
          draft: merged.value as unknown as ShiftDraft,
          failure: null,
          clash: { ...merged, by: last ? changerOf(last, words()) : '' },
        });
        wx.pageScrollTo({ scrollTop: 0 });
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },
  },
});
