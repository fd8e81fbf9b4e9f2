import { randomChoice } from '../../local/demo/random';
import { type Touch, touchEachOther } from './touching';

/** Which of the calls goes on, step by step. */
export type Schedule = readonly number[];

/** A choice that a run had: who could go on and with which request, and who did. */
export interface Choice {
  readonly among: ReadonlyMap<number, Touch>;
  readonly taken: number;
  /** Whose going on here only leads to what other runs have seen. */
  readonly asleep: ReadonlySet<number>;
}

/** Where the next run differs from the one before, and what it does when its prefix is at an end. */
export interface Plan {
  readonly prefix: readonly Pick<Choice, 'taken' | 'asleep'>[];
  /** Chooses beyond the prefix. */
  pick(among: readonly number[]): number;
}

const first = (among: readonly number[]): number => among[0] ?? 0;
const NOBODY: ReadonlySet<number> = new Set();

/** A plan that follows a schedule to its end, then the first call that can go on. */
export const planOf = (schedule: Schedule): Plan => ({
  prefix: schedule.map((taken) => ({ taken, asleep: NOBODY })),
  pick: first,
});

/**
 * Depth first: the last choice of a run that has an untried alternative is the next plan. Orders that differ only
 * in neighbours that do not touch each other are tried once (sleep sets; Godefroid, LNCS 1032, chapter 5).
 */
export function nextPlan(run: readonly Choice[]): Plan | undefined {
  for (let at = run.length - 1; at >= 0; at -= 1) {
    const choice = run[at];
    if (!choice) continue;
    const asleep = new Set([...choice.asleep, choice.taken]);
    const other = [...choice.among.keys()].find((call) => !asleep.has(call));
    if (other !== undefined) return { prefix: [...run.slice(0, at), { taken: other, asleep }], pick: first };
  }
  return undefined;
}

/** Who stays asleep after a choice: those whose request does not touch the one that was let through. */
function asleepAfter({ among, taken, asleep }: Choice): ReadonlySet<number> {
  const through = among.get(taken);
  const stays = (call: number) => {
    const request = among.get(call);
    return through && request && call !== taken && !touchEachOther(through, request);
  };
  return new Set([...asleep].filter(stays));
}

/** The next choice of a run; undefined if it could only repeat what other runs have seen. */
export function choose(among: Choice['among'], plan: Plan, before: readonly Choice[]): Choice | undefined {
  const planned = plan.prefix[before.length];
  if (planned) return { ...planned, among };
  const last = before.at(-1);
  const asleep = last ? asleepAfter(last) : NOBODY;
  const awake = [...among.keys()].filter((call) => !asleep.has(call));
  return awake.length > 0 ? { among, taken: plan.pick(awake), asleep } : undefined;
}

/** Plans by chance, the same ones for the same seed. */
export function randomPlans(seed: number): () => Plan {
  let step = 0;
  return () => ({
    prefix: [],
    pick(among) {
      step += 1;
      return randomChoice(among, seed, step);
    },
  });
}

/** `ABBA`: call A, then B twice, then A. */
export const nameOf = (schedule: Schedule): string =>
  schedule.map((call) => String.fromCharCode(65 + call)).join('');

export const scheduleOf = (name: string): Schedule => [...name].map((letter) => letter.charCodeAt(0) - 65);
