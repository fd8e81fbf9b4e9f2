import { array, maxLength, picklist, pipe, regex, strictObject, string, variant } from 'valibot';
import { day, employeeId, integerBetween, localText, nonEmptyText } from '../../shared/inputs';

const PERIOD = '20\\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?';

/** `a-2026-11`, `a-2026-Q4`, `a-2026`: the cycle of goals that is appraised. */
export const appraisalCycleId = pipe(string(), regex(new RegExp(`^a-${PERIOD}$`)));

/** Of a part, a questionnaire, a section or an item. */
export const planId = pipe(string(), regex(/^[a-z][a-z0-9-]{0,39}$/));

const departmentId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,40}$/));
const title = localText(40);
export const reason = nonEmptyText(200);

const MOST_PARTS = 12;
const MOST_DEPARTMENTS = 50;
/** People of one amendment. */
const MOST_PEOPLE = 20;

const shares = pipe(
  array(strictObject({ id: planId, share: integerBetween(0, 100) })),
  maxLength(MOST_PARTS),
);
const people = pipe(array(employeeId), maxLength(MOST_PEOPLE));

export const cycleDraft = strictObject({
  template: pipe(string(), regex(new RegExp(`^([a-z]{1,20}|a-${PERIOD})$`))),
  goalCycleId: pipe(string(), regex(new RegExp(`^${PERIOD}$`))),
  title,
  shares,
  departments: pipe(array(departmentId), maxLength(MOST_DEPARTMENTS)),
  hiredUntil: day,
  threshold: integerBetween(0, 100),
  peers: strictObject({ least: integerBetween(0, 100), most: integerBetween(0, 100) }),
  peersUntil: day,
  confirmUntil: day,
  answersUntil: day,
  appealDays: integerBetween(1, 30),
});

export const amendment = variant('what', [
  strictObject({ what: picklist(['deadline']), peersUntil: day, confirmUntil: day, answersUntil: day }),
  strictObject({ what: picklist(['title']), title }),
  strictObject({ what: picklist(['scheme']), shares }),
  strictObject({ what: picklist(['people']), add: people, remove: people }),
]);
