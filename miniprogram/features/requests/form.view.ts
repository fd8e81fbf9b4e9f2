import type { FormField } from '#contracts/form';
import { boundsOf } from '../../common/read-number';
import { CHINA_UTC_OFFSET } from '../../common/units';
import { errorText } from '../../locales/error-text';
import { factLine } from '../../locales/fact-text';
import { moneyText } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { instantText } from '../../utils/dates';
import type { WrongFigure } from './figures.model';
import { type FormModel, isReady, type Missing, missingField, typeOf, wrongFigure } from './form.model';
import { effectView } from './form-effect.view';
import { fieldView } from './form-fields.view';
import { questionView, sentView } from './sent.view';

/** Above the button: the sum, and what keeps the request from being sent or what it leaves behind. */
export interface SendView {
  readonly total: string;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
}

const labelOf = (field: Pick<FormField, 'label'>, line: number | null, words: Words): string =>
  line === null
    ? words.pick(field.label)
    : words.t('form.cell', {
        line: words.t('form.line', { number: line + 1 }),
        field: words.pick(field.label),
      });

/** The bounds of a figure in words. */
function boundsText(field: FormField) {
  const { from, to } = boundsOf(field);
  const written = (bound: number) => (field.kind === 'money' ? moneyText(bound) : String(bound));
  return { from: written(from), to: written(to) };
}

/** The label of what an error names, a field or `table.line.column`, and the bounds that it has. */
function aboutField(path: string, model: FormModel, words: Words) {
  const [id, line, column] = path.split('.');
  const field = typeOf(model)?.form.find((each) => each.id === id);
  if (!field) return {};
  const cell = field.columns?.find((each) => each.id === column);
  const label = cell ? labelOf(cell, Number(line), words) : labelOf(field, null, words);
  return { ...boundsText(cell ?? field), label };
}

function sentence(failure: Failure, model: FormModel, words: Words): string {
  const { field } = failure.data;
  const about = typeof field === 'string' ? aboutField(field, model, words) : {};
  return errorText({ ...failure, data: { ...failure.data, ...about } }, words);
}

const UNANSWERED: readonly Failure['code'][] = ['TIMEOUT', 'CLOUD_UNAVAILABLE'];

/** State of sending: whether the request may have arrived, and that the input is kept. */
function failureText(failure: Failure, model: FormModel, words: Words): string {
  if (model.attempted && UNANSWERED.includes(failure.code)) return words.t('form.unanswered');
  if (model.attempted && failure.code === 'OFFLINE') return words.t('form.offline');
  return sentence(failure, model, words);
}

type Entry = 'write' | 'choose' | 'file';

const ENTRIES: Readonly<Record<FormField['kind'], Entry>> = {
  text: 'write',
  number: 'write',
  money: 'write',
  day: 'choose',
  period: 'choose',
  choice: 'choose',
  person: 'choose',
  file: 'file',
  table: 'file',
};

const missingText = ({ field, line }: Missing, words: Words): string =>
  words.t(`form.missing.${ENTRIES[field.kind]}`, { field: labelOf(field, line, words) });

const wrongText = ({ field, line, problem }: WrongFigure, words: Words): string =>
  errorText(
    {
      code: 'FORM_INVALID',
      data: { ...boundsText(field), label: labelOf(field, line, words), rule: problem },
      requestId: '',
    },
    words,
  );

function sendText(model: FormModel, words: Words): Pick<SendView, 'text' | 'tone'> {
  const { failure, preview, previewing, uploads } = model;
  const missing = missingField(model);
  const wrong = wrongFigure(model);
  const plain = (text: string) => ({ text, tone: 'plain' as const });
  if (failure) return { text: failureText(failure, model, words), tone: 'bad' };
  if (wrong) return { text: wrongText(wrong, words), tone: 'bad' };
  if (previewing) return plain(words.t('form.previewing'));
  if (preview?.problem)
    return { text: sentence({ ...preview.problem, requestId: '' }, model, words), tone: 'bad' };
  if (uploads.length > 0) return plain(words.t('form.uploading'));
  if (missing) return plain(missingText(missing, words));
  const [fact] = preview?.facts.filter(({ code }) => code !== 'DAYS_COUNTED') ?? [];
  if (!fact) return plain('');
  const { name, value } = factLine(fact, words);
  return plain(words.t('form.fact', { name, value }));
}

function modeOf(model: FormModel): 'loading' | 'error' | 'sent' | 'ready' {
  if (typeOf(model)) return model.phase === 'sent' ? 'sent' : 'ready';
  return model.failure || model.start ? 'error' : 'loading';
}

/** The type of the link does not exist or is disabled. */
const loadFailure = ({ failure }: FormModel): Failure =>
  failure ?? { code: 'TYPE_DISABLED', data: {}, requestId: '' };

/** The form screen. */
export function formView(model: FormModel, words: Words) {
  const type = typeOf(model);
  const mode = modeOf(model);
  const effect = effectView(model, words);
  return {
    mode,
    error: mode === 'error' ? errorText(loadFailure(model), words) : '',
    fields: (type?.form ?? []).map((field, index, all) => ({
      ...fieldView(field, model.values, model, words),
      last: index === all.length - 1,
    })),
    /** Its lines take the whole of a wide window, two fields in a row. */
    isTable: (type?.form ?? []).some(({ kind }) => kind === 'table'),
    effect,
    previewing: model.previewing,
    ready: isReady(model) && model.preview?.problem == null && !model.previewing,
    sending: model.phase === 'sending',
    question: questionView(model, words),
    done: sentView(model.sent, words),
    draft:
      model.draftAt === null
        ? ''
        : words.t('form.draft', { time: instantText(model.draftAt, CHINA_UTC_OFFSET, words) }),
    send: { total: effect.total, ...sendText(model, words) },
    text: {
      title: type ? words.pick(type.name) : '',
      effect: words.t('form.effect'),
      days: words.t('form.days'),
      flow: words.t('form.flow'),
      submit: words.t(model.phase === 'sending' ? 'form.submitting' : 'form.submit'),
      sent: words.t('form.sent'),
      startOver: words.t('form.startOver'),
      open: words.t('form.openMine'),
      another: words.t('form.back'),
      // A missing type cannot be loaded again.
      retry: model.failure ? words.t('common.retry') : '',
      loadFailed: words.t(model.failure ? 'form.loadFailed' : 'form.gone'),
    },
  };
}
