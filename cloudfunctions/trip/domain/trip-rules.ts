import { fact, plainAnswer, refused } from '../../approvals/kind/answer';
import { periodOf, textOf } from '../../approvals/kind/form-values';
import type { KindRules } from '../../approvals/kind/kind';
import { overlapProblem } from '../../approvals/kind/overlap';
import { spanChanges } from '../../approvals/kind/span-changes';
import { teamFacts } from '../../approvals/kind/team';
import { countDays, periodProblem } from '../../schedule/rules-time';
import { AppError } from '../../shared/errors/app-error';

/**
 * The rules of trips and errands: no punches are required in that time. Days are calendar days, because a trip
 * includes weekends; hours are those inside the shift. Values: `period`, `place`, `reason`. Problems:
 * PERIOD_INVALID, NO_WORKING_TIME, PERIOD_OVERLAPS.
 */
export const tripRules: KindRules = (question) => {
  const { values, schedule, account, requestId, type } = question;
  const period = periodOf(values, 'period');
  const invalid = periodProblem(period, ['day', 'half', 'hour'], question.today);
  if (invalid) return refused(question, invalid, { period });
  const { days, minutes, from, to } = countDays(period, schedule, { counts: 'calendar-days', step: 30 });
  const place = textOf(values, 'place');
  const team = teamFacts(question, { from, to });
  const perDay = days.filter((each) => each.minutes > 0).map((each) => [each.day, each.minutes]);
  return plainAnswer(question, {
    title:
      place === ''
        ? type.name
        : { 'zh-CN': `${type.name['zh-CN']} ${place}`, en: `${type.name.en} ${place}` },
    period,
    from,
    to,
    amountMinutes: minutes,
    days,
    facts: [
      fact('DAYS_COUNTED', { days: minutes, from: period.from, to: days.at(-1)?.day ?? period.from }),
      ...team.facts,
    ],
    warnings: team.warnings,
    problem:
      (minutes === 0 ? new AppError('NO_WORKING_TIME', {}) : null) ??
      overlapProblem(account, requestId, { kind: 'trip', from, to }),
    ...spanChanges(requestId, {
      requestId,
      kind: 'trip',
      state: 'open',
      name: type.name,
      day: period.from,
      from,
      to,
      minutes,
      perDay: Object.fromEntries(perDay),
    }),
  });
};
