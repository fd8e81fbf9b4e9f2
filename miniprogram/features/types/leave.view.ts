import type { RuleWarning } from '#contracts/leave-type';
import type { RequestRulesContract } from '#contracts/request-rules';
import { cleanLine } from '../../common/clean-text';
import { errorText } from '../../locales/error-text';
import { wayBack } from '../../locales/way-back';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { changesView } from './change-view';
import { type EditSection, NO_SHEET, rows } from './edit-row';
import type { LeaveDraft } from './leave.model';
import { leaveSheet } from './leave-sheet.view';
import { regionText, ruleText, warningsView } from './leave-words';
import { saveBar } from './save-bar.view';
import type { Path } from './type.model';

export interface LeaveModel {
  readonly about: Pick<RequestRulesContract['leaveType']['output'], 'shipped' | 'history'> | null;
  readonly draft: LeaveDraft | null;
  readonly warnings: readonly RuleWarning[];
  readonly version: number;
  readonly changed: boolean;
  readonly path: Path;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly loadFailure: Failure | null;
}

/** The editor of a leave type. */
export function leaveView(model: LeaveModel, words: Words) {
  const { about, draft, loadFailure } = model;
  return {
    mode: draft ? ('ready' as const) : loadFailure ? ('error' as const) : ('loading' as const),
    error: loadFailure ? errorText(loadFailure, words) : '',
    back: wayBack(loadFailure, words),
    warnings: warningsView(model.warnings, words),
    sections: draft ? sectionsOf(draft, words) : [],
    sheet: draft ? leaveSheet(draft, model.path, words) : NO_SHEET,
    bar: saveBar({ ...model, problem: draft ? problemOf(draft, words) : '' }, words),
    changes: changesView(
      about?.history ?? [],
      (what) => words.t(`leaveTypes.parts.${what as 'rules'}`),
      words,
    ),
    text: {
      loadFailed: words.t('leaveTypes.loadFailed'),
      retry: words.t('common.retry'),
      warnings: words.t('ruleWarnings.title'),
      history: words.t('edit.history'),
      noHistory: words.t('edit.noHistory'),
      granted: words.t('leaveTypes.granted'),
      done: words.t(model.path.length > 2 ? 'edit.back' : 'edit.done'),
    },
  };
}

function sectionsOf(draft: LeaveDraft, words: Words): EditSection[] {
  const { t } = words;
  return [
    {
      id: 'name',
      title: t('leaveTypes.name'),
      rows: [
        ...rows.name('name', draft.name, words, 60),
        rows.choice('enabled', t('types.enabled'), draft.enabled ? 'yes' : 'no', [
          ['yes', t('edit.on')],
          ['no', t('edit.off')],
        ]),
      ],
    },
    {
      id: 'rules',
      title: t('leaveTypes.rules'),
      rows: [
        rows.note('rules-note', t('leaveTypes.rulesNote')),
        ...draft.rules.map((rule, index) =>
          rows.link(
            `rule:${index}`,
            t('leaveTypes.rule', { region: regionText(rule.region, words), day: rule.from }),
            ruleText(rule, words),
          ),
        ),
        rows.button('add-rule', t('leaveTypes.addRule')),
      ],
    },
  ];
}

const hasGap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(hasGap) : Number.isNaN(value);

/** The first thing that is missing, in words; empty if the type can be saved. */
function problemOf({ name, rules }: LeaveDraft, words: Words): string {
  if (!cleanLine(name['zh-CN'])) return words.t('leaveTypes.missing.name');
  if (rules.length === 0) return words.t('leaveTypes.missing.rule');
  const keys = rules.map(({ region, from }) => `${region} ${from}`);
  if (new Set(keys).size < keys.length) return words.t('leaveTypes.missing.twice');
  const broken = rules.find((rule) => hasGap(rule) || !cleanLine(rule.source['zh-CN']));
  if (broken) return words.t('leaveTypes.missing.figure', { region: regionText(broken.region, words) });
  const first = rules.find(({ paidShares }) => !paidShares.some(({ years }) => years === 0));
  return first ? words.t('leaveTypes.missing.pay', { region: regionText(first.region, words) }) : '';
}
