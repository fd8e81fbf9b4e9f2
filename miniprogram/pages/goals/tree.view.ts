import type { TreeNode } from '#contracts/goals';
import { FULL, percentText } from '../../common/goals/share';
import type { Words } from '../../locales/words';
import { type GoalsModel, levelKey } from './goals.model';

/** A line of the tree: an objective, or a key result of it that others count for. */
export interface TreeRow {
  readonly key: string;
  readonly kind: 'objective' | 'row' | 'loading' | 'more';
  readonly depth: number;
  readonly title: string;
  readonly owner: string;
  readonly percent: string;
  readonly width: number;
  /** What opens below it; '' if nothing is there. */
  readonly opens: string;
  readonly open: boolean;
  readonly below: string;
  readonly sheetId: string;
  readonly cursor: string;
  readonly label: string;
}

const EMPTY = {
  owner: '',
  percent: '',
  width: 0,
  opens: '',
  open: false,
  below: '',
  sheetId: '',
  cursor: '',
  label: '',
};
/** Indents do not grow beyond this level, so that titles keep their room at 320 px. */
const MAX_DEPTH = 4;

/** The opened part of the tree as lines. */
export function treeRows(levels: GoalsModel['levels'], words: Words): TreeRow[] {
  return levelRows('', 0, levels, words);
}

function levelRows(key: string, depth: number, levels: GoalsModel['levels'], words: Words): TreeRow[] {
  if (!(key in levels)) return [];
  const level = levels[key];
  const shown = Math.min(depth, MAX_DEPTH);
  if (!level) return [{ ...EMPTY, key: `${key} loading`, kind: 'loading', depth: shown, title: '' }];
  const rows = level.nodes.flatMap((node) => nodeRows(node, depth, levels, words));
  if (level.next === null) return rows;
  return [
    ...rows,
    {
      ...EMPTY,
      key: `${key} more`,
      kind: 'more',
      depth: shown,
      title: words.t('goals.more'),
      opens: key,
      cursor: level.next,
    },
  ];
}

function nodeRows(node: TreeNode, depth: number, levels: GoalsModel['levels'], words: Words): TreeRow[] {
  const { sheetId, objectiveId, title, name, progress, parts } = node;
  const own = levelKey(node, '');
  const percent = progress === null ? '' : `${percentText(progress)}%`;
  const owner = words.pick(name);
  const objective: TreeRow = {
    ...{
      key: `${sheetId}/${objectiveId}`,
      kind: 'objective',
      depth: Math.min(depth, MAX_DEPTH),
      title,
      owner,
      percent,
    },
    width: ((progress ?? 0) / FULL) * 100,
    opens: parts > 0 ? own : '',
    open: own in levels,
    below: parts > 0 ? words.t('goals.below', { count: parts }) : '',
    sheetId,
    cursor: '',
    label: [title, owner, percent].filter(Boolean).join(words.t('common.separator')),
  };
  const rows = node.rows.flatMap((row) => {
    const key = levelKey(node, row.id);
    const share = row.hasData ? `${percentText(row.progress)}%` : words.t('goals.noData');
    const line: TreeRow = {
      ...{ key, kind: 'row', depth: Math.min(depth, MAX_DEPTH), title: row.title, owner: '', percent: share },
      width: (row.progress / FULL) * 100,
      opens: row.parts > 0 ? key : '',
      open: key in levels,
      below: row.parts > 0 ? words.t('goals.below', { count: row.parts }) : '',
      sheetId,
      cursor: '',
      label: [row.title, share].join(words.t('common.separator')),
    };
    return [line, ...levelRows(key, depth + 1, levels, words)];
  });
  return [objective, ...levelRows(own, depth + 1, levels, words), ...rows];
}
