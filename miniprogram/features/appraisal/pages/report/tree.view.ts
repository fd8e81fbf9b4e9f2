import type { ScoreNode, ScoreSource } from '#contracts/appraisal';
import type { Day } from '#contracts/common';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { basisText, nodeName } from '../../common/score-text';

/** One line of the basis, indented by how deep it is. */
export interface NodeRow {
  readonly id: string;
  readonly depth: number;
  readonly name: string;
  /** What it was to count, and what it really counts where that is another share. */
  readonly share: string;
  readonly shown: string;
  readonly isMissing: boolean;
  readonly isOpen: boolean;
  readonly label: string;
  /** How the value follows from what is below it, of an open line. */
  readonly basis: string;
  readonly sources: readonly string[];
}

const SLASH = '/';

/** A part with whatever is open below it. */
interface PartRows {
  readonly id: string;
  readonly rows: readonly NodeRow[];
}

/** What was never opened costs nothing, and what is opened sends the lines of its own part alone. */
export const treeRows = (total: ScoreNode, open: ReadonlySet<string>, words: Words): PartRows[] =>
  total.inputs.map((node) => ({ id: node.id, rows: rowsOf(node, '', 0, open, words) }));

function rowsOf(
  node: ScoreNode,
  above: string,
  depth: number,
  open: ReadonlySet<string>,
  words: Words,
): NodeRow[] {
  const id = above === '' ? node.id : `${above}${SLASH}${node.id}`;
  const isOpen = open.has(id);
  const row = rowOf(node, id, depth, isOpen, words);
  if (!isOpen) return [row];
  return [row, ...node.inputs.flatMap((input) => rowsOf(input, id, depth + 1, open, words))];
}

function rowOf(node: ScoreNode, id: string, depth: number, isOpen: boolean, words: Words): NodeRow {
  const name = nodeName(node, words);
  const shown = node.shown === null ? words.t('report.missing') : String(node.shown);
  return {
    ...{ id, depth, name, shown, isOpen },
    share: shareOf(node, words),
    isMissing: node.shown === null,
    label: words.t(isOpen ? 'report.closeNode' : 'report.openNode', { name, shown }),
    basis: isOpen ? basisText(node, words) : '',
    sources: isOpen ? node.sources.map((source) => sourceText(source, words)) : [],
  };
}

function shareOf({ share, shownShare }: ScoreNode, words: Words): string {
  if (share === null) return '';
  if (shownShare === null || shownShare === share) return words.t('report.share', { share });
  return words.t('report.usedShare', { share, used: shownShare });
}

function sourceText(source: ScoreSource, words: Words): string {
  if (source.kind === 'entered')
    return words.t('report.sources.entered', { source: source.source, day: dayText(source.on, words) });
  if (source.kind !== 'integration') return words.t(`report.sources.${source.kind}`);
  return words.t('report.sources.integration', {
    client: source.client,
    day: dayText(source.day as Day, words),
  });
}

/** `57.1/42.9` where a part is missing and the others count for it; empty where all count as planned. */
export function usedShares({ inputs }: ScoreNode, words: Words): string {
  const isAsPlanned = inputs.every(({ share, shownShare }) => share === shownShare);
  if (isAsPlanned) return '';
  const used = inputs.flatMap(({ shownShare }) => shownShare ?? []);
  return used.length === 0 ? '' : words.t('report.usedShares', { shares: used.join(SLASH) });
}
