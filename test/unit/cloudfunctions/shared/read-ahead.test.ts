import { readAhead } from '../../../../cloudfunctions/shared/data/read-ahead';

interface Numbered {
  readonly at: string;
  readonly next: string | null;
}

/** Pages 1 to `last`; the reads that have begun are listed. */
function source(last: number, failing = 0) {
  const begun: string[] = [];
  const read = async (from: string): Promise<Numbered> => {
    begun.push(from);
    await new Promise((resolve) => setImmediate(resolve));
    if (Number(from) === failing) throw new Error(`page ${from} cannot be read`);
    return { at: from, next: Number(from) === last ? null : String(Number(from) + 1) };
  };
  return { begun, read };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('pages that are read ahead', () => {
  it('come all, once and in their order', async () => {
    const { begun, read } = source(7);
    const seen: string[] = [];
    for await (const { at } of readAhead('1', 2, read)) seen.push(at);
    expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(begun).toEqual(seen);
  });

  it('are read while one is worked on, and no further than asked', async () => {
    const { begun, read } = source(9);
    const pages = readAhead('1', 2, read);
    await pages.next();
    await settled();
    expect(begun).toEqual(['1', '2', '3']);
    await pages.next();
    await settled();
    expect(begun).toEqual(['1', '2', '3', '4']);
    await pages.return();
  });

  it('are not read any further once somebody has stopped, and nothing goes on afterwards', async () => {
    const { begun, read } = source(9);
    for await (const page of readAhead('1', 3, read)) if (page.at === '2') break;
    const whenStopped = [...begun];
    await settled();
    expect(begun).toEqual(whenStopped);
    expect(begun.length).toBeLessThan(6);
  });

  it('fail when the turn of the page comes, after those before it', async () => {
    const { read } = source(9, 3);
    const seen: string[] = [];
    const all = async () => {
      for await (const { at } of readAhead('1', 2, read)) seen.push(at);
    };
    await expect(all()).rejects.toThrow('page 3 cannot be read');
    expect(seen).toEqual(['1', '2']);
  });
});
