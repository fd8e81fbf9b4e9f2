import type { Day } from '#contracts/common';
import type { ErrorData } from '#contracts/errors';
import type { InsuranceCity, OwnAverage } from '#contracts/insurance';
import type { InsuranceSettings } from '#contracts/insurance-records';
import { AppError } from '../../shared/errors/app-error';
import { averageBounds } from './average-bounds';
import { checkBases } from './check-bases';
import { withOwnRules } from './own-rules';
import { CITY_PACKS } from './packs/china';
import { rulesInForce } from './rules-in-force';

/** The year after its own is when an average is published, the next one at the latest. */
const YEARS_TO_PUBLISH = 2;

/**
 * Whether what HR enters of a city can be worked with on a day.
 * @throws AppError INSURANCE_INVALID with the field, RATE_OUT_OF_RANGE, PAY_RULE_MISSING
 */
export function checkSettings(city: InsuranceCity, settings: InsuranceSettings, today: Day): void {
  const { choices, limits, rates, averages = [] } = settings;
  requireAscending(
    'choices',
    choices.map(({ from }) => from),
  );
  for (const [index, { from, until, floor, cap, kind }] of limits.entries()) {
    checkBases({ insurance: null, fund: null, own: { [kind]: floor } });
    checkBases({ insurance: null, fund: null, own: { [kind]: cap } });
    if (floor > cap) throw invalid(`limits.${index}.cap`, 'below-floor');
    if (until !== null && until < from) throw invalid(`limits.${index}.until`, 'before-from');
  }
  for (const [index, { from, until, kind }] of rates.entries()) {
    if (kind === 'injury') throw invalid(`rates.${index}.kind`, 'assigned');
    if (until !== null && until < from) throw invalid(`rates.${index}.until`, 'before-from');
  }
  checkAverages(city, averages, today);
  const pack = withOwnRules(CITY_PACKS[city], settings);
  for (const choice of choices) rulesInForce(pack, choice, `${choice.from}-01` as Day);
}

/** @throws AppError INSURANCE_INVALID with the field of an average that no city can have published by the day */
function checkAverages(city: InsuranceCity, averages: readonly OwnAverage[], today: Day): void {
  for (const [index, { year, month, publishedOn }] of averages.entries()) {
    const path = `averages.${index}`;
    if (averages.findIndex((each) => each.year === year) !== index) throw invalid(`${path}.year`, 'twice');
    if (year >= Number(today.slice(0, 4))) throw invalid(`${path}.year`, 'year-not-over');
    const published = Number(publishedOn.slice(0, 4));
    if (published <= year) throw invalid(`${path}.publishedOn`, 'year-not-over');
    if (published > year + YEARS_TO_PUBLISH) throw invalid(`${path}.publishedOn`, 'published-late');
    const { least, most } = averageBounds(city, year);
    if (month < least || month > most) throw invalid(`${path}.month`, 'monthly');
  }
}

function requireAscending(field: string, dates: readonly string[]): void {
  const index = dates.findIndex((date, at) => at > 0 && date <= (dates[at - 1] ?? ''));
  if (index > 0) throw invalid(`${field}.${index}.from`, 'order');
}

const invalid = (path: string, rule: ErrorData['INSURANCE_INVALID']['rule']) =>
  new AppError('INSURANCE_INVALID', { path, rule });
