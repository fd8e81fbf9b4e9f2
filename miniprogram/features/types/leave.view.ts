import type { RuleWarning } from '#contracts/leave-type';
import type { RequestRulesContract } from '#contracts/request-rules';
import { cleanLine } from '../../common/clean-text';
import type { Words } from '../../locales/words';
import { changesView } from './change-view';
import { type EditSection, NO_SHEET, rows } from './edit-row';
import { BLANK_EDITOR, type EditorState, editorText, editorView, nameSection } from './editor.view';
import type { LeaveDraft } from './leave.model';
import { leaveChangeWords } from './leave-change.view';
import { leaveSheet } from './leave-sheet.view';
import { regionText, ruleText, warningsView } from './leave-words';

type About = Pick<RequestRulesContract['leaveType']['output'], 'shipped' | 'history'>;

export interface LeaveModel extends EditorState<About, LeaveDraft> {
  readonly warnings: readonly RuleWarning[];
}

export const noLeaveType: LeaveModel = { ...BLANK_EDITOR, warnings: [] };

/** The editor of a leave type. */
export function leaveView(model: LeaveModel, words: Words) {
  const { about, draft } = model;
  return {
    ...editorView(model, draft ? problemOf(draft, words) : '', words),
    warnings: warningsView(model.warnings, words),
    sections: draft ? sectionsOf(draft, words) : [],
    sheet: draft ? leaveSheet(draft, model.path, words) : NO_SHEET,
    changes: changesView(about?.history ?? [], leaveChangeWords(words), words),
    text: {
      ...editorText(words),
      loadFailed: words.t('leaveTypes.loadFailed'),
      warnings: words.t('ruleWarnings.title'),
      granted: words.t('leaveTypes.granted'),
      done: words.t('edit.done'),
    },
  };
}

function sectionsOf(draft: LeaveDraft, words: Words): EditSection[] {
  const { t } = words;
  return [
    nameSection(t('leaveTypes.name'), draft, words, 60),
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
