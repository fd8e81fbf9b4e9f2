import type { AppraisalCycle } from '#contracts/appraisal-cycle';

/** Whom the amendments of a cycle have added and removed, by the last one that names them. */
export function amendedPeople({ amendments }: Pick<AppraisalCycle, 'amendments'>): {
  readonly added: readonly string[];
  readonly removed: readonly string[];
} {
  const last = new Map<string, 'added' | 'removed'>();
  for (const { people } of [...amendments].reverse()) {
    for (const id of people?.added ?? []) last.set(id, 'added');
    for (const id of people?.removed ?? []) last.set(id, 'removed');
  }
  const idsOf = (wanted: string) => [...last].flatMap(([id, what]) => (what === wanted ? [id] : []));
  return { added: idsOf('added'), removed: idsOf('removed') };
}
