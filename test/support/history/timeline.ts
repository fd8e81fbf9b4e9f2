import { type Row, type State, sorted, type Writes } from './model';

interface Version {
  /** The commit that wrote it; 0 for what was there at the beginning. */
  readonly at: number;
  readonly row: Row | undefined;
}

/** Every state between two commits: state 0 is the initial one, state n that after the n-th commit. */
export class Timeline {
  readonly last: number;
  private readonly versions = new Map<string, Version[]>();
  private readonly byMark = new Map<string, number>();
  private readonly removals = new Map<string, number>();

  constructor(
    initial: readonly Row[],
    private readonly commits: readonly Writes[],
  ) {
    this.last = commits.length;
    for (const row of initial) this.put(row._id, 0, row);
    for (const [index, writes] of commits.entries())
      for (const [id, row] of writes) {
        const before = this.versions.get(id)?.at(-1)?.row;
        if (row === undefined && before) this.removals.set(`${id} ${before.by}`, index + 1);
        this.put(id, index + 1, row);
      }
  }

  stateAt(position: number): State {
    return {
      get: (id) => this.rowAt(id, position),
      rows: () =>
        sorted(
          [...this.versions.keys()].map((id) => this.rowAt(id, position)).filter((row) => row !== undefined),
        ),
    };
  }

  writesOf(commit: number): Writes {
    return this.commits[commit - 1] ?? new Map();
  }

  /** The first commit that wrote a document with this mark; 0 if it was there at the beginning. */
  commitOf(mark: string): number | undefined {
    return this.byMark.get(mark);
  }

  /** The commit that removed this version of a document. */
  removalOf(id: string, mark: string): number | undefined {
    return this.removals.get(`${id} ${mark}`);
  }

  /** The last commit before this one that wrote one of these documents; 0 if there is none. */
  lastWriteBefore(commit: number, ids: Iterable<string>): number {
    return Math.max(0, ...[...ids].map((id) => this.versionBefore(id, commit)?.at ?? 0));
  }

  private put(id: string, at: number, row: Row | undefined): void {
    const known = this.versions.get(id) ?? [];
    known.push({ at, row });
    this.versions.set(id, known);
    if (row && !this.byMark.has(row.by)) this.byMark.set(row.by, at);
  }

  private rowAt(id: string, position: number): Row | undefined {
    return this.versionBefore(id, position + 1)?.row;
  }

  /** The youngest version older than a commit. */
  private versionBefore(id: string, commit: number): Version | undefined {
    const versions = this.versions.get(id) ?? [];
    let [low, high] = [0, versions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((versions[middle]?.at ?? 0) < commit) low = middle + 1;
      else high = middle;
    }
    return versions[low - 1];
  }
}
