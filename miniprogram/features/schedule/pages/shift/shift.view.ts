import type { Day } from '#contracts/common';
import type { ChangePreview } from '#contracts/consequence';
import type { DatedShift } from '#contracts/shift';
import { errorText } from '../../../../locales/error-text';
import type { TextKey } from '../../../../locales/texts';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayBarView } from '../../day-bar.view';
import { effectsView } from '../../effects.view';
import { historyLines } from '../../history.view';
import { loadState } from '../../load-state';
import { differing } from '../../merge';
import { draftOf, fieldOf, newDraft, type ShiftDraft, shiftFrom } from '../../shift.model';
import { editedVersion, type ShiftDates } from '../../shift-dates.model';
import { datesView, effectText } from '../../shift-dates.view';
import { shiftChangeText } from '../../shift-history.view';
import { formView } from './shift-form.view';

/** What somebody else saved while this form was open. */
export interface ShiftClash {
  readonly by: string;
  readonly adopted: readonly string[];
  readonly contested: readonly string[];
}

export interface ShiftModel extends ShiftDates {
  /** Empty for a new shift. */
  readonly id: string;
  readonly today: Day;
  /** Null until it has come; of a new shift the draft alone is there. */
  readonly stored: DatedShift | null;
  readonly draft: ShiftDraft | null;
  readonly loadFailure: Failure | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clash: ShiftClash | null;
  /** What saving would do, and whether the sheet that says so is open. */
  readonly effects: ChangePreview | null;
  readonly isAsking: boolean;
}

export const noShift = (today: Day): ShiftModel => ({
  id: '',
  today,
  from: today,
  editing: null,
  stored: null,
  draft: null,
  loadFailure: null,
  busy: false,
  failure: null,
  clash: null,
  effects: null,
  isAsking: false,
});

/** A draft by field, for merging and comparing. */
export type DraftFields = Readonly<Record<string, unknown>>;
export const fieldsOf = (draft: ShiftDraft): DraftFields => ({ ...draft });

/** The draft that the form began with. */
export const baseOf = (model: ShiftModel): ShiftDraft =>
  model.stored ? draftOf(editedVersion(model.stored, model)) : newDraft(model.draft?.id ?? '');

/** Whether leaving would lose something. */
export const isUnsaved = (model: ShiftModel): boolean =>
  model.draft !== null &&
  (differing(fieldsOf(baseOf(model)), fieldsOf(model.draft)).length > 0 || isMoved(model));

/** A planned change that is to begin on another day. */
const isMoved = ({ editing, from }: ShiftDates): boolean => editing !== null && editing !== from;

const KNOWN_RULES: ReadonlySet<string> = new Set([
  ...['past', 'too-far', 'planned'],
  ...['after-start', 'at-most-a-day', 'not-below-half-day', 'inside', 'in-order', 'required', 'fits'],
  ...['regex', 'free-name', 'min_length', 'max_length', 'min_value', 'max_value'],
]);

/** The server's error for one field; `text` is shown at the button if it is about no field. */
function refusalOf({ failure, stored }: ShiftModel, words: Words): { field: string; text: string } {
  if (!failure) return { field: '', text: '' };
  if (failure.code === 'VERSION_CONFLICT' && !stored)
    return { field: 'id', text: words.t('shift.rules.taken') };
  if (failure.code !== 'INPUT_INVALID') return { field: '', text: errorText(failure, words) };
  const rule = String(failure.data.rule);
  const known = KNOWN_RULES.has(rule) ? rule.replace(/_/g, '-') : 'other';
  return {
    field: fieldOf(String(failure.data.path)),
    text: words.t(`shift.rules.${known}` as TextKey),
  };
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  hasCore: 'core',
  coreStart: 'core',
  coreEnd: 'core',
  'name.zh-CN': 'zh',
};
const SHARED: ReadonlySet<string> = new Set(['name', 'source', 'core', 'from']);

/** A field of the form or of the contract, in words. */
const fieldName = (field: string, words: Words): string => {
  const known = FIELD_NAMES[field] ?? field;
  return SHARED.has(known)
    ? words.t(`shift.parts.${known}` as TextKey)
    : words.t(`shift.fields.${known}` as TextKey);
};

function clashLines({ clash, stored, draft }: ShiftModel, words: Words): string[] {
  if (!clash || !stored || !draft) return [];
  const names = (fields: readonly string[]) =>
    [...new Set(fields.map((field) => fieldName(field, words)))].join(words.t('common.listSeparator'));
  return [
    words.t('shift.clash.intro', { name: clash.by }),
    ...(clash.adopted.length > 0 ? [words.t('shift.clash.adopted', { fields: names(clash.adopted) })] : []),
    ...(clash.contested.length > 0 ? [words.t('shift.clash.kept', { fields: names(clash.contested) })] : []),
  ];
}

/** The form of one shift. */
export function shiftView(model: ShiftModel, words: Words) {
  const { draft, stored, loadFailure, busy } = model;
  const refusal = refusalOf(model, words);
  return {
    ...loadState(draft !== null, loadFailure, words),
    form: formView(draft ?? newDraft(''), model.id === '', words),
    bar: dayBarView(shiftFrom(draft ?? newDraft('')), words),
    refusedField: refusal.field,
    refusedText: refusal.text,
    /** The error at the button, if it is about no field. */
    problem: refusal.field ? '' : refusal.text,
    clash: clashLines(model, words),
    dates: datesView(model, words),
    history: historyLines(
      stored?.history ?? [],
      (entry) => shiftChangeText(entry, (field) => fieldName(field, words), words),
      words,
    ),
    hasHistory: stored !== null,
    saving: busy,
    canSave: isUnsaved(model) && !busy,
    effects: effectsView(model.effects, model.isAsking, words),
    text: textOf(model, words),
  };
}

const FIELDS = [
  ...(['id', 'zh', 'en', 'kind', 'start', 'end', 'flexMinutes', 'requiredMinutes'] as const),
  ...(['core', 'workdays', 'breaks', 'sourceZh', 'sourceEn'] as const),
];

function textOf({ busy, ...model }: ShiftModel, words: Words) {
  return {
    ...(Object.fromEntries(FIELDS.map((field) => [field, fieldName(field, words)])) as Record<
      (typeof FIELDS)[number],
      string
    >),
    idNote: words.t('shift.idNote'),
    minutes: words.t('shift.minutes'),
    picture: words.t('shift.picture'),
    names: words.t('shift.names'),
    time: words.t('shift.time'),
    thresholds: words.t('shift.thresholds'),
    source: words.t('shift.parts.source'),
    punched: words.t('shift.punched'),
    addBreak: words.t('shift.addBreak'),
    remove: words.t('shift.removeBreak'),
    dates: words.t('shift.dates.title'),
    from: words.t('shift.parts.from'),
    takeBack: words.t('shift.dates.takeBack'),
    save: words.t(busy ? 'shift.saving' : 'shift.save'),
    effect: effectText(model, words),
    loadFailed: words.t('shift.loadFailed'),
    history: words.t('history.title'),
    noHistory: words.t('history.none'),
    moreHistory: words.t('history.more'),
  };
}
