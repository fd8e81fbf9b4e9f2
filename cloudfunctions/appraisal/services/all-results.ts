import { type ListedResult, listResultsAfter } from '../data/results';

const PAGE = 1_000;

/** All results of a cycle without inputs and trees: one read for every thousand people. */
export async function allResults(cycleId: string): Promise<ListedResult[]> {
  const people: ListedResult[] = [];
  for (let isFull = true; isFull; ) {
    const page = await listResultsAfter(cycleId, people.at(-1)?.person.id ?? '', PAGE);
    people.push(...page);
    isFull = page.length === PAGE;
  }
  return people;
}
