import type { Fact, Warning } from '#contracts/fact';
import { fact, warning } from './answer';
import type { KindQuestion, TeamAbsence } from './kind';

/** Who else of the team is away in that time, with a warning if nobody would be present. */
export function teamFacts(
  { team, applicant }: Pick<KindQuestion, 'team' | 'applicant'>,
  span: { readonly from: number; readonly to: number },
): { facts: Fact[]; warnings: Warning[] } {
  const away = new Map<string, TeamAbsence>();
  for (const absence of team.absences) {
    const apart = absence.to <= span.from || span.to <= absence.from;
    if (!apart && absence.employeeId !== applicant._id) away.set(absence.employeeId, absence);
  }
  if (away.size === 0) return { facts: [], warnings: [] };
  const people = [...away.values()];
  const names = {
    'zh-CN': people.map(({ name }) => name).join('、'),
    en: people.map(({ nameEn }) => nameEn).join(', '),
  };
  return {
    facts: [fact('TEAM_AWAY', { team: team.size, away: away.size, names })],
    // The team includes the applicant, who would be away as well.
    warnings: away.size + 1 >= team.size ? [warning('warn', 'ALONE', { team: team.size })] : [],
  };
}
