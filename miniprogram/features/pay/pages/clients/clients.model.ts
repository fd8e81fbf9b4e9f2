import type { Instant, Minutes } from '#contracts/common';
import type { IntegrationClient, IntegrationContract, NewKey } from '#contracts/integration';
import { cleanCode, cleanLine } from '../../../../common/clean-text';
import type { Failure } from '../../../../services/client-error';

/** A system that is added or whose scope is changed, as it is typed. */
export interface ClientDraft {
  /** Empty for a new one. */
  readonly id: string;
  readonly name: string;
  readonly kpis: string;
  readonly cycles: string;
}

/** A key that was made a moment ago: shown until the person says that it is kept. `earlierUntil`: of the one before, if there was one. */
export type MadeKey = NewKey & Partial<Pick<IntegrationContract['rotateKey']['output'], 'earlierUntil'>>;

export interface ClientsModel {
  readonly clients: readonly IntegrationClient[] | null;
  readonly isLocked: boolean;
  readonly draft: ClientDraft | null;
  /** The system that gets another key, and for how many days the one before stays valid. */
  readonly rotating: { readonly id: string; readonly days: number } | null;
  readonly made: MadeKey | null;
  /** The system whose history is open. */
  readonly openId: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly now: Instant;
  readonly utcOffset: Minutes;
}

export const OVERLAPS = [0, 1, 7, 30] as const;

/** Valid at once, while a system changes over. */
export const MAX_KEYS = 2;

const MAX_PATTERNS = 50;
const KPI = /^(?:\*|[a-z0-9][a-z0-9._-]{0,126}(?:\.\*)?)$/;
const CYCLE = /^(?:\*|20\d{2}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?)$/;

/** The words of a list as they are sent: between spaces, lines and any comma. */
const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，、;；]+/)
      .map(cleanCode)
      .filter((word) => word !== ''),
  ),
];

/** The scope of a draft. KPIs are in lower case, and quarters end in `Q1` to `Q4`, however they are typed. */
export const scopeOf = ({ kpis, cycles }: ClientDraft) => ({
  kpis: wordsOf(kpis).map((word) => word.toLowerCase()),
  cycles: wordsOf(cycles).map((word) => word.toUpperCase()),
});

export const nameOf = ({ name }: ClientDraft): string => cleanLine(name);

/** What is wrong with a draft, and with which word of it. */
export interface DraftProblem {
  readonly field: 'name' | 'kpis' | 'cycles';
  /** `empty`: nothing typed yet. */
  readonly rule: 'empty' | 'reserved' | 'word' | 'many';
  readonly word: string;
}

/** The first problem of a draft; null if it can be sent. */
export function problemOf(draft: ClientDraft): DraftProblem | null {
  const name = nameOf(draft);
  if (draft.id === '' && name === '') return { field: 'name', rule: 'empty', word: '' };
  // Sources of people's own figures.
  if (name === 'check-in' || name === 'report') return { field: 'name', rule: 'reserved', word: name };
  const scope = scopeOf(draft);
  return problemIn('kpis', scope.kpis, KPI) ?? problemIn('cycles', scope.cycles, CYCLE);
}

function problemIn(field: 'kpis' | 'cycles', words: readonly string[], pattern: RegExp): DraftProblem | null {
  if (words.length === 0) return { field, rule: 'empty', word: '' };
  if (words.length > MAX_PATTERNS) return { field, rule: 'many', word: '' };
  const wrong = words.find((word) => !pattern.test(word));
  return wrong === undefined ? null : { field, rule: 'word', word: wrong };
}

export const blankDraft: ClientDraft = { id: '', name: '', kpis: '', cycles: '*' };

export const draftOf = ({ id, name, kpis, cycles }: IntegrationClient): ClientDraft => ({
  ...{ id, name },
  kpis: kpis.join(' '),
  cycles: cycles.join(' '),
});

/** The keys that still sign. */
export const validKeys = ({ keys }: IntegrationClient, now: number): IntegrationClient['keys'] =>
  keys.filter(({ until }) => until === null || now < until);
