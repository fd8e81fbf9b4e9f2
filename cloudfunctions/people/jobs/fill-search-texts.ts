import type { TimerJob } from '../../shared/kernel/serve';
import { findSearchTextsAfter, saveSearchText } from '../data/directory';
import { type Syllables, searchTextOf } from '../domain/search-text';

const PAGE_SIZE = 1_000;
/** Concurrent writes. */
const MAX_PARALLEL = 20;

/** Loaded by this job alone: its dictionary is larger than the rest of the function. */
async function pinyinSyllables(): Promise<Syllables> {
  const { pinyin } = await import('pinyin-pro');
  return (name) =>
    pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'removed' });
}

/**
 * Gives new and renamed people what the directory finds them by: a read for every thousand people, a write for each
 * who changed. Idempotent; what is not done by the deadline is left to the next run.
 */
export const fillSearchTexts: TimerJob = {
  name: 'search-texts',
  async run({ deadline }) {
    let [changed, cursor] = [0, ''];
    let syllablesOf: Syllables | null = null;
    while (performance.now() < deadline) {
      const page = await findSearchTextsAfter(cursor, PAGE_SIZE);
      syllablesOf ??= await pinyinSyllables();
      const texts = new Map(page.map((person) => [person, searchTextOf(person, syllablesOf as Syllables)]));
      const due = [...texts].filter(([{ searchText }, text]) => searchText !== text);
      for (let from = 0; from < due.length && performance.now() < deadline; from += MAX_PARALLEL) {
        const part = due.slice(from, from + MAX_PARALLEL);
        await Promise.all(part.map(([person, text]) => saveSearchText(person, text)));
        changed += part.length;
      }
      cursor = page.at(-1)?._id ?? cursor;
      if (page.length < PAGE_SIZE) break;
    }
    return { changed };
  },
};
