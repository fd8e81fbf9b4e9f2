import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type {
  AppraisablePeriod,
  AppraisalCyclesContract,
  CycleDates,
  CycleDraft,
  TemplateView,
} from '#contracts/appraisal-cycles';
import type { Day } from '#contracts/common';
import { cleanLine } from '../../../../common/clean-text';
import type { Failure } from '../../../../services/client-error';
import { textIn, textWith } from '../../own-text';

type Setup = AppraisalCyclesContract['cycleSetup']['output'];
export type DateField = keyof CycleDates;

export interface SetupModel {
  /** Of the draft that is changed; empty for a new one. */
  readonly cycleId: string;
  readonly rev: number;
  readonly setup: Setup | null;
  readonly template: string;
  readonly goalCycleId: string;
  readonly title: CycleDraft['title'];
  readonly language: 'zh-CN' | 'en';
  /** Percent as typed, by part. */
  readonly shares: Readonly<Record<string, string>>;
  readonly departments: readonly string[];
  readonly dates: CycleDates | null;
  readonly threshold: number;
  readonly least: number;
  readonly appealDays: number;
  readonly choosing: boolean;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const MOST_PEERS = 8;

export const LIMITS = {
  threshold: [3, 10],
  least: [3, MOST_PEERS],
  appealDays: [1, 30],
} as const;
export type StepField = keyof typeof LIMITS;

export const templateOf = ({ setup, template }: SetupModel): TemplateView | undefined =>
  setup?.templates.find(({ id }) => id === template);
const periodOf = ({ setup, goalCycleId }: SetupModel): AppraisablePeriod | undefined =>
  setup?.periods.find(({ id }) => id === goalCycleId);

const sharesOf = (parts: TemplateView['parts']): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map(({ id, share }) => [id, String(share)]));

/** Another template begins with its own shares. */
export const withTemplate = (model: SetupModel, template: string): Partial<SetupModel> => ({
  template,
  shares: sharesOf(model.setup?.templates.find(({ id }) => id === template)?.parts ?? []),
});

/** Another period begins with its own name and days. */
export function withPeriod(model: SetupModel, goalCycleId: string): Partial<SetupModel> {
  const found = model.setup?.periods.find(({ id, isTaken }) => id === goalCycleId && !isTaken);
  return found ? { goalCycleId, title: found.title, dates: found.dates } : {};
}

/** What the server knows, and the draft or the first period that is free. */
export function loaded(model: SetupModel, setup: Setup): Partial<SetupModel> {
  const next = { ...model, setup };
  if (model.changed) return { setup };
  if (setup.draft) return { setup, ...fromDraft(next, setup.draft) };
  const free = setup.periods.find(({ isTaken }) => !isTaken);
  return { setup, ...(free && withPeriod(next, free.id)) };
}

function fromDraft(model: SetupModel, draft: AppraisalCycle): Partial<SetupModel> {
  const { template, goalCycleId, title, departments, hiredUntil, answersUntil, appealDays, review, rev } =
    draft;
  const parts = model.setup?.templates.find(({ id }) => id === template)?.parts ?? draft.scheme.parts;
  const none = Object.fromEntries(parts.map(({ id }) => [id, '0']));
  const period = model.setup?.periods.find(({ id }) => id === goalCycleId);
  return {
    ...{ template, goalCycleId, title, departments, appealDays, rev },
    shares: { ...none, ...sharesOf(draft.scheme.parts) },
    dates: {
      ...{ hiredUntil, answersUntil },
      peersUntil: review?.peersUntil ?? period?.dates.peersUntil ?? answersUntil,
      confirmUntil: review?.confirmUntil ?? period?.dates.confirmUntil ?? answersUntil,
    },
    ...(review && { threshold: review.threshold, least: review.peers.least }),
  };
}

/** Percent of each part as a number; not a whole one counts as nothing. */
export const percentsOf = ({
  shares,
}: Pick<SetupModel, 'shares'>): { readonly id: string; readonly share: number }[] =>
  Object.entries(shares).map(([id, typed]) => ({ id, share: /^\d{1,3}$/.test(typed) ? Number(typed) : 0 }));

export const sumOf = (model: Pick<SetupModel, 'shares'>): number =>
  percentsOf(model).reduce((sum, { share }) => sum + share, 0);

const asks = (model: SetupModel, isAsked: (kind: string) => boolean): boolean =>
  templateOf(model)?.parts.some(({ id, kind }) => isAsked(kind) && Number(model.shares[id]) > 0) ?? false;
export const asksPeers = (model: SetupModel): boolean => asks(model, (kind) => kind === 'peer');
export const asksGroups = (model: SetupModel): boolean =>
  asks(model, (kind) => kind === 'peer' || kind === 'report' || kind === 'customer');

export type SetupProblem = 'template' | 'period' | 'title' | 'shares' | 'order' | 'few' | null;

/** What is to be changed before it can be saved; the server looks again. */
export function problemOf(model: SetupModel): SetupProblem {
  const { dates, title } = model;
  if (!templateOf(model)) return 'template';
  if (!periodOf(model) || !dates) return 'period';
  if (cleanLine(title['zh-CN']) === '') return 'title';
  if (sumOf(model) !== 100) return 'shares';
  if (!asksPeers(model)) return null;
  const { peersUntil, confirmUntil, answersUntil } = dates;
  if (peersUntil > confirmUntil || confirmUntil > answersUntil) return 'order';
  return model.least < model.threshold ? 'few' : null;
}

/** What is saved; null while something is missing. */
export function draftOf(model: SetupModel): CycleDraft | null {
  const { template, goalCycleId, title, departments, dates, threshold, least, appealDays } = model;
  if (problemOf(model) !== null || !dates) return null;
  return {
    ...{ template, goalCycleId, title, departments, threshold, appealDays },
    ...dates,
    shares: percentsOf(model),
    // Where no peers are asked the two are not looked at.
    peers: { least: Math.max(least, LIMITS.least[0]), most: MOST_PEERS },
  };
}

export const titleIn = ({ title, language }: Pick<SetupModel, 'title' | 'language'>): string =>
  textIn(title, language);

export const withTitle = ({ title, language }: SetupModel, value: string): Partial<SetupModel> => ({
  title: textWith(title, language, value),
});

export const withDay = (model: SetupModel, field: DateField, day: Day): Partial<SetupModel> =>
  model.dates ? { dates: { ...model.dates, [field]: day } } : {};
