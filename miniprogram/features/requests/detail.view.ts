import type { Day, Minutes } from '#contracts/common';
import type { FormField, FormValue, Period } from '#contracts/form';
import type { FileLink, RequestDetail } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { avatarText } from '../../common/avatar-text';
import { CHINA_UTC_OFFSET } from '../../common/units';
import { isSelfEvident, TONES, titleText } from '../../components/request-card/request-card.view';
import { errorText } from '../../locales/error-text';
import { type FactLine, factLine, factSentence } from '../../locales/fact-text';
import { moneyText, periodText, personName, requestNumberOf } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { dayText } from '../../utils/dates';
import type { Back } from './back-early.model';
import { followedView, nothingFollowed } from './detail-followed.view';
import type { Sheet } from './detail-sheet.view';
import { sheetView } from './detail-sheet.view';
import { stepsOf } from './detail-steps.view';
import { timelineOf } from './detail-timeline.view';
import { verdictView } from './detail-verdict.view';
import { notesOf } from './fact-notes.view';
import { LEAVE_TYPE } from './form.model';
import { daysView } from './form-effect.view';

type DetailAnswer = RequestDetail & Pick<RequestsContract['detail']['output'], 'pictures'>;

export interface DetailModel {
  readonly detail: DetailAnswer | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly sheet: Sheet | null;
  /** The first day at work again, while it is chosen. */
  readonly back: Back | null;
  /** The figures are being explained. */
  readonly explaining: boolean;
  /** Long texts are shown whole. */
  readonly unfolded: boolean;
  /** Of the people whom the form names, by employee number. */
  readonly names: Readonly<Record<string, string>>;
  readonly utcOffset: Minutes;
}

export const noDetail: DetailModel = {
  detail: null,
  failure: null,
  busy: false,
  sheet: null,
  back: null,
  explaining: false,
  unfolded: false,
  names: {},
  utcOffset: CHINA_UTC_OFFSET,
};

function valueText(field: FormField, value: FormValue, names: DetailModel['names'], words: Words): string {
  switch (field.kind) {
    case 'money':
      return moneyText(Number(value));
    case 'day':
      return dayText(value as Day, words);
    case 'period':
      return periodText(value as Period, words);
    case 'person':
      return names[String(value)] ?? String(value);
    case 'choice': {
      const option = field.options?.find(({ id }) => id === value);
      return option ? words.pick(option.label) : String(value);
    }
    default:
      return String(value);
  }
}

export interface ContentLine extends FactLine {
  /** With the link to a picture, or empty. `hidden`: WeChat's content check hid it. */
  readonly files: readonly { readonly id: string; readonly picture: string; readonly hidden: boolean }[];
}

const isEmpty = (value: FormValue | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

interface ContentContext {
  readonly names: DetailModel['names'];
  readonly pictures: readonly FileLink[];
  readonly hidden: readonly string[];
  readonly hiddenFiles: readonly string[];
}

function contentOf(
  form: readonly FormField[],
  values: RequestDetail['values'],
  context: ContentContext,
  words: Words,
): ContentLine[] {
  const { names, pictures, hidden, hiddenFiles } = context;
  return form.flatMap((field): ContentLine[] => {
    const value = hidden.includes(field.id) ? words.t('requests.hidden') : values[field.id];
    if (value === undefined || isEmpty(value)) return [];
    const name = words.pick(field.label);
    if (field.kind === 'file') {
      const pictureOf = (id: string) => pictures.find(({ fileId }) => fileId === id)?.url ?? '';
      return [
        {
          name,
          value: '',
          files: (value as readonly string[]).map((id) => ({
            id,
            picture: pictureOf(id),
            hidden: hiddenFiles.includes(id),
          })),
        },
      ];
    }
    if (field.kind !== 'table') return [{ name, value: valueText(field, value, names, words), files: [] }];
    return (value as unknown as readonly RequestDetail['values'][]).flatMap((line, index) => [
      { name: words.t('form.line', { number: index + 1 }), value: '', files: [] },
      ...contentOf(field.columns ?? [], line, { ...context, hidden: [] }, words),
    ]);
  });
}

/** Texts with more characters are cut until they are unfolded. */
const MAX_SHOWN = 90;

/** Links a field punch to its request; not shown. */
const PUNCH_KEY = 'punchKey';

/** The facts of a correction say which punch of which day it adds. */
const CORRECTION_FIELDS: readonly string[] = ['day', 'slot', 'time'];

/** The kind of leave and the period stand above already; the form knows only the id of the kind. */
const shownForm = ({ kind, form, period }: RequestDetail): readonly FormField[] =>
  form.filter(
    (field) =>
      !(kind === 'leave' && field.id === LEAVE_TYPE) &&
      !(kind === 'field' && field.id === PUNCH_KEY) &&
      !(field.kind === 'period' && period !== null) &&
      !(kind === 'correction' && CORRECTION_FIELDS.includes(field.id)),
  );

/** What whoever reads it can do about a hidden picture; empty if nothing. */
function afterHidingOf({ may }: RequestDetail, words: Words): string {
  if (may.includes('return')) return words.t('detail.hiddenDecider');
  return may.includes('withdraw') || may.includes('resubmit') ? words.t('detail.hiddenOwn') : '';
}

/** Why something approved is to be undone; the rest of the content is that of the original. */
const undoingOf = ({ cancels, reason }: RequestDetail, words: Words): ContentLine[] =>
  cancels === null || reason === '' ? [] : [{ name: words.t('detail.undoReason'), value: reason, files: [] }];

/** Actions that are shown as buttons; the others wait behind "more". */
const FIRST = ['withdraw', 'urge', 'shorten', 'cancel', 'resubmit', 'reject', 'approve'] as const;
const REST = ['return', 'transfer', 'add-signer'] as const;

const actionText = (verb: string, words: Words): string => {
  switch (verb) {
    case 'approve':
      return words.t('pending.approve');
    case 'reject':
      return words.t('pending.reject');
    case 'add-signer':
      return words.t('detail.addSigner');
    case 'return':
    case 'transfer':
    case 'resubmit':
    case 'withdraw':
    case 'urge':
    case 'shorten':
    case 'cancel':
      return words.t(`detail.${verb}`);
    default:
      return '';
  }
};

function shown(model: DetailModel, detail: DetailAnswer, words: Words) {
  const name = personName(detail.applicant, words);
  const can = (verb: string) => (detail.may as readonly string[]).includes(verb);
  const button = (verb: string) => ({ verb, text: actionText(verb, words) });
  return {
    initial: avatarText(name),
    subject: words.t('pending.subject', { name, title: titleText(detail, words) }),
    when: detail.period ? periodText(detail.period, words) : '',
    number: words.t('detail.number', { number: requestNumberOf(detail) }),
    state: words.t(`requestStates.${detail.state}`),
    tone: TONES[detail.state],
    facts: detail.facts.filter((fact) => !isSelfEvident(fact)).map((fact) => factLine(fact, words)),
    warnings: detail.warnings.map((fact) => ({ tone: fact.tone, text: factSentence(fact, words) })),
    content: [
      ...undoingOf(detail, words),
      ...contentOf(
        shownForm(detail),
        detail.values,
        {
          names: model.names,
          pictures: detail.pictures,
          hidden: detail.hidden,
          hiddenFiles: detail.hiddenFiles,
        },
        words,
      ),
    ].map((line, key) => ({ key, ...line, isLong: line.value.length > MAX_SHOWN })),
    days: daysView(detail, detail.kind, words),
    afterHiding: afterHidingOf(detail, words),
    verdict: verdictView(detail, words),
    steps: stepsOf(detail, words),
    timeline: timelineOf(detail, model.utcOffset, words),
    notes: notesOf([...detail.facts, ...detail.warnings], words),
    ...followedView(detail, model.utcOffset, words),
    buttons: FIRST.filter(can).map(button),
    more: [
      ...(can('approve') ? [{ verb: 'comment', text: words.t('pending.more.approve') }] : []),
      ...REST.filter(can).map(button),
    ],
  };
}

const nothing = {
  initial: '',
  subject: '',
  when: '',
  number: '',
  state: '',
  tone: 'plain' as const,
  facts: [],
  warnings: [],
  content: [],
  days: [],
  afterHiding: '',
  verdict: { text: '', comment: '', notCounted: '' },
  steps: [],
  timeline: [],
  notes: [],
  ...nothingFollowed,
  buttons: [],
  more: [],
};

/** One request opened. */
export const detailView = (model: DetailModel, words: Words) => ({
  mode: model.detail ? ('ready' as const) : model.failure ? ('error' as const) : ('loading' as const),
  error: model.failure ? errorText(model.failure, words, model.utcOffset) : '',
  busy: model.busy,
  ...(model.detail ? shown(model, model.detail, words) : nothing),
  explaining: model.explaining,
  unfolded: model.unfolded,
  sheet: sheetView(model.sheet, model, words),
  text: {
    content: words.t('detail.content'),
    days: words.t('form.days'),
    explain: words.t(model.explaining ? 'detail.explainLess' : 'detail.explain'),
    handover: words.t('titles.handover'),
    steps: words.t('flow.steps'),
    timeline: words.t('detail.timeline'),
    more: words.t('detail.more'),
    file: words.t('detail.file'),
    hidden: words.t('detail.hidden'),
    unfold: words.t(model.unfolded ? 'detail.fold' : 'detail.unfold'),
    cancel: words.t('common.cancel'),
    retry: words.t('common.retry'),
    loadFailed: words.t('detail.loadFailed'),
  },
});
