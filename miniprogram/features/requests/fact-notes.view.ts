import type { Fact, FactCode } from '#contracts/fact';
import { type FactLine, factLine } from '../../locales/fact-text';
import type { Words } from '../../locales/words';

/** Figures that need a word about where they come from. */
const EXPLAINED = [
  'BALANCE',
  'DAYS_COUNTED',
  'PAY',
  'PAY_CLASS',
  'COMP_TIME',
  'OVERTIME_MONTH',
  'TEAM_AWAY',
  'SIMILAR',
  'CORRECTIONS',
  'NOTICE',
  'LAST_DAY_EARLY',
  'ADVANCE',
  'DUPLICATE_RECEIPT',
  'ENTERED_BY_HR',
] as const satisfies readonly FactCode[];
type Explained = (typeof EXPLAINED)[number];

const isExplained = (code: FactCode): code is Explained => (EXPLAINED as readonly FactCode[]).includes(code);

/** How the figures of a request came about, each once. */
export function notesOf(facts: readonly Fact[], words: Words): FactLine[] {
  const byCode = new Map(facts.map((fact) => [fact.code, fact]));
  return [...byCode].flatMap(([code, fact]) =>
    isExplained(code) ? [{ name: factLine(fact, words).name, value: words.t(`factNotes.${code}`) }] : [],
  );
}
