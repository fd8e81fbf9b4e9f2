/** The fields used of what wx.startSoterAuthentication signs; null if malformed. `raw` is the challenge. */
export function readSoterResult(json: string): { raw: string; cpuId: string | null } | null {
  const parsed = parse(json);
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { raw, cpu_id: cpuId } = parsed as Record<string, unknown>;
  if (typeof raw !== 'string') return null;
  return { raw, cpuId: typeof cpuId === 'string' && cpuId !== '' ? cpuId : null };
}

/** Undefined if it is not JSON, because the phone's input is untrusted. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
