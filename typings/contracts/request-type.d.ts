import type { LocalText } from './common';
import type { Flow } from './flow';
import type { FormField } from './form';

/**
 * What a request does once it is approved, such as `leave`: the name of a kind in `cloudfunctions/requests/kinds.ts`,
 * the one list of them. A type that a company adds itself is `custom`: form, flow and timeline, without an effect.
 */
export type RequestKind = string;

/** A type of request, as an administrator edits it. A running request keeps the version it started with. */
export interface RequestType {
  readonly id: string;
  readonly version: number;
  readonly kind: RequestKind;
  readonly name: LocalText;
  readonly enabled: boolean;
  readonly form: readonly FormField[];
  readonly flow: Flow;
}
