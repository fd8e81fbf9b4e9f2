import type { Month } from '#contracts/common';
import { findDistributions, findResultsFor } from '../../appraisal/public-exports';
import { type AppraisalSheet, findSheetsForAppraisal } from '../../goals/public';
import {
  BASIS_FIELDS,
  nodesOf,
  type PersonNode,
  type PersonResult,
  RESULT_FIELDS,
} from '../domain/appraisal-fields';
import { type CycleGroup, DISTRIBUTION_FIELDS } from '../domain/distribution-fields';
import { GOAL_FIELDS, type PersonLine } from '../domain/goal-fields';
import type { AboutPerson } from '../domain/people-fields';
import { always, type CompanySource, type Question, type Source } from './source';

/** People whose sheets are read together. */
const SHEETS_AT_ONCE = 100;

/** Published results of the cycles that end in the month. */
async function findResults({ month, people }: Question): Promise<PersonResult[]> {
  const found = await findResultsFor(
    month,
    people.map(({ person }) => person._id),
  );
  const about = new Map(people.map((each) => [each.person._id, each]));
  return found.flatMap((result) => {
    const person = about.get(result.employeeId);
    return person ? [{ ...person, result }] : [];
  });
}

export const resultSource: Source<PersonResult> = {
  fields: always(RESULT_FIELDS),
  hasTotals: false,
  find: findResults,
};

export const basisSource: Source<PersonNode> = {
  fields: always(BASIS_FIELDS),
  hasTotals: false,
  find: async (question) => (await findResults(question)).flatMap(nodesOf),
};

/** How scores are spread in the cycles that end in the month; about groups and never about one person. */
export const distributionSource: CompanySource<CycleGroup> = {
  fields: DISTRIBUTION_FIELDS,
  async find(month, now) {
    const found = await findDistributions(month, now);
    return found.flatMap(({ cycle, ...views }) =>
      (['departments', 'tenure', 'raters'] as const).flatMap((by) =>
        views[by].map((group) => ({ cycle: cycle.title, by, group })),
      ),
    );
  },
};

/** Goals of the cycles that end in the month, the month's own first, and how far they are. */
export const goalSource: Source<PersonLine> = {
  fields: always(GOAL_FIELDS),
  hasTotals: false,
  async find({ month, people }) {
    const ids = people.map(({ person }) => person._id);
    const cycles = await Promise.all(cyclesEndingIn(month).map((cycleId) => findSheets(cycleId, ids)));
    return people.flatMap((about) =>
      cycles.flatMap((sheets) => {
        const sheet = sheets.get(about.person._id);
        return sheet ? linesOf(about, sheet) : [];
      }),
    );
  },
};

const linesOf = (about: AboutPerson, { cycleId, objectives, review }: AppraisalSheet): PersonLine[] =>
  objectives.flatMap((objective) =>
    objective.lines.map((line) => ({ ...about, cycleId, objective, line, review })),
  );

/** A quarter ends with its third month, a year with its last. */
function cyclesEndingIn(month: Month): string[] {
  const [year = '', part = ''] = month.split('-');
  const quarter = Number(part) / 3;
  return [
    month,
    ...(Number.isInteger(quarter) ? [`${year}-Q${quarter}`] : []),
    ...(quarter === 4 ? [year] : []),
  ];
}

async function findSheets(
  cycleId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AppraisalSheet>> {
  const found = new Map<string, AppraisalSheet>();
  for (let start = 0; start < ids.length; start += SHEETS_AT_ONCE)
    for (const [id, sheet] of await findSheetsForAppraisal(cycleId, ids.slice(start, start + SHEETS_AT_ONCE)))
      found.set(id, sheet);
  return found;
}
