import type { Versioned } from '#contracts/change';
import type { ChangePreview } from '#contracts/consequence';
import type { Shift } from '#contracts/shift';
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
import { formView } from './shift-form.view';

/** What somebody else saved while this form was open. */
export interface ShiftClash {
  readonly by: string;
  readonly adopted: readonly string[];
  readonly contested: readonly string[];
}

export interface ShiftModel {
  /** Empty for a new shift. */
  readonly id: string;
  /** Null until it has come; of a new shift the draft alone is there. */
  readonly stored: Versioned<Shift> | null;
  readonly draft: ShiftDraft | null;
  readonly loadFailure: Failure | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clash: ShiftClash | null;
  /** What saving would do, and whether the sheet that says so is open. */
  readonly effects: ChangePreview | null;
  readonly isAsking: boolean;
}

export const noShift: ShiftModel = {
  id: '',
  stored: null,
  draft: null,
  loadFailure: null,
  busy: false,
  failure: null,
  clash: null,
  effects: null,
  isAsking: false,
};

/** A draft by field, for merging and comparing. */
export type DraftFields = Readonly<Record<string, unknown>>;
export const fieldsOf = (draft: ShiftDraft): DraftFields => ({ ...draft });

/** The draft that the form began with. */
export const baseOf = ({ stored, draft }: ShiftModel): ShiftDraft =>
  stored ? draftOf(stored.value) : newDraft(draft?.id ?? '');

/** Whether leaving would lose something. */
export const isUnsaved = (model: ShiftModel): boolean =>
  model.draft !== null && differing(fieldsOf(baseOf(model)), fieldsOf(model.draft)).length > 0;

const KNOWN_RULES: ReadonlySet<string> = new Set([
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
const SHARED: ReadonlySet<string> = new Set(['name', 'source', 'core']);

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
    history: historyLines(
      stored?.history ?? [],
      ({ version, what }) =>
        version === 1
          ? words.t('history.created')
          : what.map((field) => fieldName(field, words)).join(words.t('common.listSeparator')),
      words,
    ),
    hasHistory: stored !== null,
    saving: busy,
    canSave: isUnsaved(model) && !busy,
    effects: effectsView(model.effects, model.isAsking, words),
    text: textOf(busy, words),
  };
}

const FIELDS = [
  ...(['id', 'zh', 'en', 'kind', 'start', 'end', 'flexMinutes', 'requiredMinutes'] as const),
  ...(['core', 'workdays', 'breaks', 'sourceZh', 'sourceEn'] as const),
];

function textOf(busy: boolean, words: Words) {
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
    save: words.t(busy ? 'shift.saving' : 'shift.save'),
    effect: words.t('shift.effect'),
    loadFailed: words.t('shift.loadFailed'),
    history: words.t('history.title'),
    noHistory: words.t('history.none'),
    moreHistory: words.t('history.more'),
  };
}
