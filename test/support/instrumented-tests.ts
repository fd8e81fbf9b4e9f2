import type { Answer } from '../unit/cloudfunctions/support/company';
import { type FaultReport, type FaultTarget, injectFaults } from './fault-injector';
import type { FaultKind } from './fault-kinds';
import { type InstrumentedCompany, verdictOf } from './instrumented-company';
import { explore, type Race, type RaceReport } from './race-explorer';

/** All but the time limits, which end as a kill does and take longer. */
export const KINDS_WITHOUT_WAITING: readonly FaultKind[] = [
  'fails',
  'answer-lost',
  'conflict',
  'conflict-thrice',
  'killed',
];

export type CompanyFaults = Omit<FaultTarget<Answer>, 'requests' | 'verdict'> &
  Partial<Pick<FaultTarget<Answer>, 'verdict'>>;

/** A call that writes, and what has to hold after it. */
export interface Writing {
  readonly as: string;
  readonly action: string;
  readonly input: object;
  readonly invariant: CompanyFaults['invariant'];
}

/** Injects the faults of one file into calls of a company, and prints at the end how many there were. */
export function faultsIn(title: string, company: Pick<InstrumentedCompany, 'requests'>) {
  let runs = 0;
  afterAll(() => console.info(`${title}: ${runs} faults`));
  return async (target: CompanyFaults): Promise<FaultReport> => {
    const report = await injectFaults<Answer>({ requests: company.requests, verdict: verdictOf, ...target });
    runs += report.runs;
    return report;
  };
}

export type CompanyRace = Omit<Race<Answer>, 'requests'>;

/** Explores the races of one file, and prints at the end how many schedules there were. */
export function racesIn(title: string, company: Pick<InstrumentedCompany, 'requests'>) {
  let schedules = 0;
  afterAll(() => console.info(`${title}: ${schedules} schedules`));
  return async (race: CompanyRace): Promise<RaceReport> => {
    const report = await explore<Answer>({ requests: company.requests, ...race });
    schedules += report.schedules;
    return report;
  };
}

/** What the calls of a race answered, or why they failed. */
export const answersOf = (outcomes: readonly PromiseSettledResult<Answer>[]): readonly Answer[] =>
  outcomes.map((each) => (each.status === 'fulfilled' ? each.value : each.reason));
