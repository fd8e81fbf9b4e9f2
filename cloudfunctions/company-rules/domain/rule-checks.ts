import type { CompanyRuleSettings } from '#contracts/company-rules';
import {
  bilingual,
  type Checks,
  day,
  figure,
  figureOrNone,
  listOfObjects,
  maybe,
  objectOf,
  oneOf,
  text,
  yesOrNo,
} from '../../shared/faults/checks';

/** Each field may be missing: the shipped figure holds then. */
const group = (fields: Checks) =>
  maybe(objectOf(Object.fromEntries(Object.entries(fields).map(([name, check]) => [name, maybe(check)]))));

const over = maybe(oneOf('allow', 'warn', 'refuse'));

const settings: Readonly<Record<keyof CompanyRuleSettings, Checks[string]>> = {
  overtime: group({
    dayLimit: figure,
    monthLimit: figure,
    dayMost: figureOrNone,
    monthMost: figureOrNone,
    compTime: objectOf({ 150: over, 200: over, 300: over }),
    compTimeMonths: figure,
    credit: oneOf('lesser', 'approved'),
  }),
  attendance: group({ latestEnd: figure, trustMinutes: figure }),
  correction: group({ monthlyQuota: figure, overQuota: oneOf('warn', 'refuse'), windowDays: figure }),
  expense: group({
    mostLines: figure,
    mostReceiptsPerLine: figure,
    receiptAbove: figureOrNone,
    windowDays: figure,
  }),
  payslip: group({ confirmDays: figure }),
  resignation: group({ noticeDays: figure, probationNoticeDays: figure }),
  expiryNoticeDays: maybe(figure),
  lapsedPaid: group({ annual: yesOrNo, compTime: yesOrNo }),
  blocked: maybe(listOfObjects({ from: day, to: day, name: bilingual })),
};

/** What the rules of a company must be where they are stored. */
export const ruleChecks: Checks = {
  ...settings,
  version: maybe(figure),
  setBy: maybe(listOfObjects({ part: text, byId: text })),
};
