import type { LocalText } from '#contracts/common';
import type { RuleWarning } from '#contracts/leave-type';
import type { RequestRulesContract } from '#contracts/request-rules';
import { cleanLine } from '../../common/clean-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import { changesView } from './change-view';
import { type EditRow, type EditSection, type EditSheet, NO_SHEET, rows } from './edit-row';
import { BLANK_EDITOR, type EditorState, editorText, editorView } from './editor.view';
import { warningsView } from './leave-words';
import { FIGURES, GROUPS, type Group, PAID, type RulesDraft } from './rules.model';
import { ruleChangeWords } from './rules-change.view';
import type { Path } from './type.model';

export interface RulesModel extends EditorState<RequestRulesContract['companyRules']['output'], RulesDraft> {
  readonly warnings: readonly RuleWarning[];
}

export const noRules: RulesModel = { ...BLANK_EDITOR, warnings: [] };

/** Limits and options of requests, and the days on which nobody takes leave. */
export function rulesView(model: RulesModel, words: Words) {
  const { about, draft } = model;
  return {
    ...editorView(model, draft ? problemOf(draft, words) : '', words),
    warnings: warningsView(model.warnings, words),
    sections: draft && about ? sectionsOf(draft, about, words) : [],
    sheet: draft ? sheetOf(draft, model.path, words) : NO_SHEET,
    changes: changesView(about?.history ?? [], ruleChangeWords(words), words),
    text: {
      ...editorText(words),
      loadFailed: words.t('companyRules.loadFailed'),
      warnings: words.t('ruleWarnings.lawTitle'),
      granted: words.t('companyRules.note'),
      done: words.t('edit.done'),
    },
  };
}

type About = Pick<RequestRulesContract['companyRules']['output'], 'shipped' | 'sources'>;

function sectionsOf(draft: RulesDraft, about: About, words: Words): EditSection[] {
  const { t } = words;
  const groups = GROUPS.map((group) => ({
    id: group,
    title: t(`companyRules.groups.${group}`),
    rows: [
      ...figureRows(group, draft, about, words),
      ...choiceRows(group, draft, words),
      sourceRow(about.sources[group], words),
    ],
  }));
  return [
    ...groups,
    {
      id: 'expiry',
      title: t('companyRules.groups.expiryNoticeDays'),
      rows: [
        rows.number('expiryNoticeDays', t('companyRules.expiry'), draft.expiryNoticeDays, {
          unit: t('companyRules.units.days'),
        }),
      ],
    },
    {
      id: 'lapsed',
      title: t('companyRules.groups.lapsedPaid'),
      rows: [
        rows.note('lapsed-note', t('companyRules.lapsedNote')),
        ...(['annual', 'compTime'] as const).map((id) =>
          rows.choice(
            `lapsedPaid.${id}`,
            t(`companyRules.fields.lapsedPaid.${id}`),
            draft.lapsedPaid[id] ? PAID : 'kept',
            [
              [PAID, t('companyRules.lapsed.paid')],
              ['kept', t('companyRules.lapsed.kept')],
            ],
          ),
        ),
      ],
    },
    {
      id: 'blocked',
      title: t('companyRules.groups.blocked'),
      rows: [
        rows.note('blocked-note', t('companyRules.blockedNote')),
        ...draft.blocked.map(({ from, to, name }, index) =>
          rows.link(`blocked:${index}`, words.pick(name) || t('edit.nameless'), rangeText(from, to, words)),
        ),
        rows.button('add-blocked', t('companyRules.addBlocked')),
      ],
    },
  ];
}

const rangeText = (from: RulesDraft['blocked'][number]['from'], to: typeof from, words: Words): string =>
  from === to
    ? dayText(from, words)
    : words.t('period.range', { from: dayText(from, words), to: dayText(to, words) });

const sourceRow = (source: LocalText, words: Words): EditRow =>
  rows.note('source', words.t('ruleWarnings.source', { source: words.pick(source) }));

function figureRows(group: Group, draft: RulesDraft, { shipped }: About, words: Words): EditRow[] {
  const values = draft[group] as unknown as Readonly<Record<string, number | null>>;
  const usual = shipped[group] as unknown as Readonly<Record<string, number | null>>;
  return FIGURES[group].map(({ id, unit, size, optional }) => {
    const value = values[id] ?? null;
    const row = rows.number(
      `${group}.${id}`,
      words.t(`companyRules.fields.${group}.${id}` as TextKey),
      value === null ? null : value / size,
      {
        unit: words.t(`companyRules.units.${unit}`),
        placeholder: optional ? words.t('companyRules.none') : '',
      },
    );
    return usual[id] === value
      ? row
      : { ...row, label: words.t('companyRules.changed', { name: row.label }) };
  });
}

function choiceRows(group: Group, draft: RulesDraft, words: Words): EditRow[] {
  const { t } = words;
  const refuse = [
    ['warn', t('companyRules.over.warn')],
    ['refuse', t('companyRules.over.refuse')],
  ] as const;
  if (group === 'correction')
    return [
      rows.choice(
        'correction.overQuota',
        t('companyRules.fields.correction.overQuota'),
        draft.correction.overQuota,
        refuse,
      ),
    ];
  if (group !== 'overtime') return [];
  const { compTime, credit } = draft.overtime;
  return [
    rows.choice('overtime.credit', t('companyRules.fields.overtime.credit'), credit, [
      ['lesser', t('companyRules.credit.lesser')],
      ['approved', t('companyRules.credit.approved')],
    ]),
    ...(['workday', 'restday', 'holiday'] as const).map((kind) =>
      rows.choice(`overtime.compTime.${kind}`, t(`companyRules.compTime.${kind}`), compTime[kind], [
        ['allow', t('companyRules.over.allow')],
        ...refuse,
      ]),
    ),
  ];
}

function sheetOf(draft: RulesDraft, path: Path, words: Words): EditSheet {
  const blocked = path[0] === 'blocked' ? draft.blocked[Number(path[1])] : undefined;
  if (!blocked) return NO_SHEET;
  const { t } = words;
  return {
    show: true,
    title: t('companyRules.groups.blocked'),
    inner: false,
    rows: [
      ...rows.name('name', blocked.name, words),
      rows.day('from', t('companyRules.blockedFrom'), blocked.from, dayText(blocked.from, words)),
      rows.day('to', t('companyRules.blockedTo'), blocked.to, dayText(blocked.to, words)),
      rows.button('remove', t('edit.remove'), { tone: 'bad' }),
    ],
  };
}

/** The first thing that is missing, in words; empty if the rules can be saved. */
function problemOf(draft: RulesDraft, words: Words): string {
  for (const group of GROUPS) {
    const values = draft[group] as unknown as Readonly<Record<string, number | null>>;
    const open = FIGURES[group].find(({ id }) => Number.isNaN(values[id]));
    if (open)
      return words.t('edit.noFigure', {
        name: words.t(`companyRules.fields.${group}.${open.id}` as TextKey),
      });
  }
  if (Number.isNaN(draft.expiryNoticeDays))
    return words.t('edit.noFigure', { name: words.t('companyRules.expiry') });
  const { dayLimit, dayMost, monthLimit, monthMost } = draft.overtime;
  if ((dayMost !== null && dayMost < dayLimit) || (monthMost !== null && monthMost < monthLimit))
    return words.t('companyRules.mostBelow');
  return draft.blocked.some(({ name }) => !cleanLine(name['zh-CN']))
    ? words.t('companyRules.namelessBlocked')
    : '';
}
