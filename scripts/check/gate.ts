/** The result of one check: each problem is a line with file and position. */
export interface Gate {
  readonly name: string;
  /** @returns problems; none means passed. A gate that cannot run throws. */
  readonly run: () => Promise<readonly string[]>;
}

export interface GateResult {
  readonly name: string;
  readonly ms: number;
  readonly problems: readonly string[];
}

/** Runs one gate; a crash is a problem of the gate, never a pass. */
async function runGate(gate: Gate): Promise<GateResult> {
  const started = Date.now();
  const problems = await gate.run().catch((error: Error) => [`could not run: ${error.message}`]);
  return { name: gate.name, ms: Date.now() - started, problems };
}

/** Runs gates, `width` at a time, in their order, and reports each as it ends. */
export async function runGates(
  gates: readonly Gate[],
  width: number,
  report: (result: GateResult) => void,
): Promise<GateResult[]> {
  const results: GateResult[] = [];
  const waiting = [...gates];
  const lane = async (): Promise<void> => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const result = await runGate(gate);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
