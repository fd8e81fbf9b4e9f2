import { array, check, maxLength, minLength, optional, pipe, regex, string } from 'valibot';
import { opening } from '../../second-check/public';
import { clientKey, line } from '../../shared/inputs';

const MAX_PATTERNS = 50;

export const clientId = pipe(string(), regex(/^[a-z0-9]{8}$/));
export const keyId = pipe(string(), regex(/^[a-z0-9]{8}-[a-z0-9]{6}$/));

/** Shown as the source of figures, so none of those that people's own figures have. */
export const clientName = pipe(
  line(30),
  check((name) => name !== 'check-in' && name !== 'report', 'reserved'),
);

/** `*`, a KPI, or the beginning of some: `sales.*`. */
const kpiPattern = pipe(string(), regex(/^(?:\*|[a-z0-9][a-z0-9._-]{0,126}(?:\.\*)?)$/));
const cyclePattern = pipe(string(), regex(/^(?:\*|20\d{2}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?)$/));

export const scopeFields = {
  kpis: pipe(array(kpiPattern), minLength(1), maxLength(MAX_PATTERNS)),
  cycles: pipe(array(cyclePattern), minLength(1), maxLength(MAX_PATTERNS)),
};

/** What the second check gave; the console has none. */
export const openingField = { opening: optional(opening) };
export const onceField = { key: optional(clientKey) };
