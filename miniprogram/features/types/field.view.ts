import type { FormField } from '#contracts/form';
import { cleanLine } from '../../common/clean-text';
import type { Words } from '../../locales/words';
import { type EditRow, rows } from './edit-row';

const KINDS = ['text', 'number', 'money', 'day', 'period', 'choice', 'person', 'file', 'table'] as const;
const LIMIT_UNITS: Readonly<Record<string, 'chars' | 'files' | 'lines'>> = {
  text: 'chars',
  file: 'files',
  table: 'lines',
};

const kindText = (kind: FormField['kind'], words: Words): string => words.t(`types.kinds.${kind}`);

/** One line about a field: 选择 · 必填 · 2 项. */
export function fieldSummary(field: FormField, words: Words): string {
  const parts = [
    kindText(field.kind, words),
    words.t(field.required ? 'types.required' : 'types.optional'),
    field.private ? words.t('types.sealed') : '',
    field.options ? words.t('types.optionCount', { count: field.options.length }) : '',
    field.columns ? words.t('types.columnCount', { count: field.columns.length }) : '',
  ];
  return parts.filter(Boolean).join(words.t('common.separator'));
}

const nameOf = (field: FormField, words: Words) => words.pick(field.label) || words.t('edit.nameless');

/** What a field lacks. */
export function fieldProblem(field: FormField, words: Words): string {
  const name = nameOf(field, words);
  if (!cleanLine(field.label['zh-CN'])) return words.t('types.missing.label');
  if (field.kind === 'choice' && field.options?.length === 0)
    return words.t('types.missing.options', { name });
  if (field.options?.some(({ label }) => !cleanLine(label['zh-CN'])))
    return words.t('types.missing.option', { name });
  if (field.kind === 'table' && !field.columns?.length) return words.t('types.missing.columns', { name });
  const { from, to, most } = field;
  if ([from, to, most].some((figure) => Number.isNaN(figure))) return words.t('edit.noFigure', { name });
  if (from !== undefined && to !== undefined && to < from) return words.t('types.missing.bounds', { name });
  return (field.columns ?? []).map((column) => fieldProblem(column, words)).find(Boolean) ?? '';
}

/** The field that the rules of a shipped kind read, if this is one. */
const neededOf = (needed: readonly FormField[], field: FormField) => needed.find(({ id }) => id === field.id);

/** The rows of a field, or of a column, which is a field without columns. */
export function fieldRows(
  field: FormField,
  needed: readonly FormField[],
  isColumn: boolean,
  words: Words,
): EditRow[] {
  const { t } = words;
  const fixed = neededOf(needed, field);
  const kinds = KINDS.filter((kind) => (!isColumn || kind !== 'table') && (!fixed || kind === field.kind));
  return [
    ...(fixed ? [rows.note('fixed', t('types.fixed', { name: nameOf(field, words) }))] : []),
    ...rows.name('label', field.label, words, 40),
    rows.choice(
      'kind',
      t('types.kind'),
      field.kind,
      kinds.map((kind) => [kind, kindText(kind, words)] as const),
    ),
    ...(fixed?.required
      ? []
      : [
          rows.choice('required', t('types.mustFill'), field.required ? 'yes' : 'no', [
            ['yes', t('types.required')],
            ['no', t('types.optional')],
          ]),
        ]),
    ...(isColumn || fixed?.private ? [] : privateRows(field, words)),
    ...boundRows(field, words),
    ...optionRows(field, words),
    ...columnRows(field, words),
    ...orderRows(!fixed, words),
  ];
}

/** Only texts can be private, except the reason, which is shown on every card. */
function privateRows({ kind, id, private: isPrivate }: FormField, { t }: Words): EditRow[] {
  if (kind !== 'text' || id === 'reason') return [];
  const options = [
    ['no', t('types.open')],
    ['yes', t('types.sealed')],
  ] as const;
  return [
    rows.choice('private', t('types.private'), isPrivate ? 'yes' : 'no', options, {
      note: t('types.privateNote'),
    }),
  ];
}

function boundRows(field: FormField, words: Words): EditRow[] {
  const counted = LIMIT_UNITS[field.kind];
  if (counted)
    return [
      rows.number('most', words.t(`types.most.${counted}`), field.most ?? null, {
        placeholder: words.t('types.usual'),
      }),
    ];
  if (field.kind !== 'number' && field.kind !== 'money') return [];
  const shown = (figure: number | undefined) =>
    figure === undefined ? null : field.kind === 'money' ? figure / 100 : figure;
  const more = {
    placeholder: words.t('types.unbound'),
    unit: field.kind === 'money' ? words.t('approval.units.amount') : '',
  };
  return [
    rows.number('from', words.t('types.from'), shown(field.from), more),
    rows.number('to', words.t('types.to'), shown(field.to), more),
  ];
}

function optionRows({ kind, options }: FormField, words: Words): EditRow[] {
  if (kind !== 'choice') return [];
  if (!options) return [rows.note('from-leave-types', words.t('types.fromLeaveTypes'))];
  return [
    ...options.map(({ label }, index) =>
      rows.link(`option:${index}`, words.pick(label) || words.t('edit.nameless'), words.t('types.option')),
    ),
    rows.button('add-option', words.t('types.addOption')),
  ];
}

function columnRows({ kind, columns = [] }: FormField, words: Words): EditRow[] {
  if (kind !== 'table') return [];
  return [
    ...columns.map((column, index) =>
      rows.link(`column:${index}`, nameOf(column, words), fieldSummary(column, words)),
    ),
    rows.button('add-column', words.t('types.addColumn')),
  ];
}

/** Buttons to move and remove a field; fields that rules need cannot be removed. */
export const orderRows = (removable: boolean, words: Words): EditRow[] => [
  rows.button('up', words.t('edit.up')),
  rows.button('down', words.t('edit.down')),
  ...(removable ? [rows.button('remove', words.t('edit.remove'), { tone: 'bad' as const })] : []),
];

/** The rows of one choice; those of a shipped field can be renamed only. */
export function choiceRows(
  field: FormField,
  index: number,
  needed: readonly FormField[],
  words: Words,
): EditRow[] {
  const option = field.options?.[index];
  if (!option) return [];
  const isFixed = neededOf(needed, field)?.options?.some(({ id }) => id === option.id) ?? false;
  const note = isFixed ? [rows.note('fixed', words.t('types.fixedOption'))] : [];
  return [...note, ...rows.name('label', option.label, words, 40), ...orderRows(!isFixed, words)];
}
