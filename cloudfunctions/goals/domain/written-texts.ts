import type { FigureEntry, ObjectiveDraft } from '#contracts/goals';

/** What people write into an objective, all of which others read. */
export const textsOfObjective = ({ title, keyResults }: ObjectiveDraft): string[] => [
  title,
  ...keyResults.flatMap(({ title: name, words = [], measure }) => [
    name,
    ...words,
    ...('unit' in measure ? [measure.unit] : []),
    ...('milestones' in measure ? measure.milestones.map((milestone) => milestone.title) : []),
  ]),
];

/** The words that figures were recognised by. */
export const textsOfEntries = (entries: readonly FigureEntry[]): string[] =>
  entries.flatMap(({ words, known }) => [words ?? [], known ?? []].flat());
