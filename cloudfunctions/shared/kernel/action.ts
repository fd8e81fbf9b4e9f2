import type { BaseIssue, BaseSchema } from 'valibot';
import type { ActionShape, Instant } from '#contracts/common';
import { requireAllowedText } from '../text-check/check-text';
import type { CallerKind } from './caller';
import type { Employee } from './employee';

export type InputSchema<Input> = BaseSchema<unknown, Input, BaseIssue<unknown>>;

/** What every action gets. `now` is read once per call, so that a call uses one time throughout. */
interface Basics<Input> {
  readonly input: Input;
  readonly now: Instant;
}

/** One action of a function, as `serve` runs it. */
export interface Action {
  readonly callers: readonly CallerKind[];
  /** How long somebody may call it who has left; not at all if absent. */
  readonly daysAfterLeaving?: number;
  readonly input: InputSchema<unknown>;
  run(call: ActionCall): Promise<unknown>;
}

/**
 * A validated call. `openid` is empty for the console and for functions; `me` loads the employee of a WeChat
 * user on demand.
 */
export interface ActionCall extends Basics<unknown> {
  readonly openid: string;
  me(): Promise<Employee>;
}

/** What an employee writes and others read; WeChat's content check has to accept it before `run`. */
type Texts<Input> = ((input: Input) => readonly string[]) | undefined;

/**
 * An action of a bound employee. `allow` throws before `run` loads or decides anything.
 * @throws AppError TEXT_REFUSED for `texts` that the content check refuses
 */
export function employeeAction<S extends ActionShape>(spec: {
  readonly input: InputSchema<S['input']>;
  readonly allow: (me: Employee) => void;
  readonly texts?: Texts<S['input']>;
  readonly daysAfterLeaving?: number;
  readonly run: (call: Basics<S['input']> & { me: Employee; openid: string }) => Promise<S['output']>;
}): Action {
  return {
    callers: ['wechat'],
    ...(spec.daysAfterLeaving !== undefined && { daysAfterLeaving: spec.daysAfterLeaving }),
    input: spec.input,
    async run({ input, now, openid, me: load }) {
      const me = await load();
      spec.allow(me);
      if (spec.texts) await requireAllowedText(spec.texts(input as S['input']), openid);
      return spec.run({ input, now, me, openid });
    },
  };
}

/** An action of any WeChat user, bound to an employee or not. */
export function wechatAction<S extends ActionShape>(spec: {
  readonly input: InputSchema<S['input']>;
  readonly run: (call: Basics<S['input']> & { openid: string }) => Promise<S['output']>;
}): Action {
  return { callers: ['wechat'], input: spec.input, run: spec.run };
}

/** An action that HR runs in the cloud console, with the secret of `console-secret.ts`. */
export function consoleAction<S extends ActionShape>(spec: {
  readonly input: InputSchema<S['input']>;
  readonly run: (call: Basics<S['input']>) => Promise<S['output']>;
}): Action {
  return { callers: ['console'], input: spec.input, run: spec.run };
}

/**
 * An action for bound employees in the Mini Program and for the cloud console. `allow` checks the employee; the
 * console may do everything and has no employee (`me` is null); what it writes is not checked, because the check is
 * about a WeChat user.
 */
export function employeeOrConsoleAction<S extends ActionShape>(spec: {
  readonly input: InputSchema<S['input']>;
  readonly allow: (me: Employee) => void;
  readonly texts?: Texts<S['input']>;
  readonly run: (call: Basics<S['input']> & { me: Employee | null; openid: string }) => Promise<S['output']>;
}): Action {
  return {
    callers: ['wechat', 'console'],
    input: spec.input,
    async run({ input, now, openid, me: load }) {
      const me = openid === '' ? null : await load();
      if (me) spec.allow(me);
      if (me && spec.texts) await requireAllowedText(spec.texts(input as S['input']), openid);
      return spec.run({ input, now, me, openid });
    },
  };
}

/**
 * An action that other functions of this environment call, see `follow-on.ts`. It may only do earlier what a
 * timer would do anyway: the platform does not state on whose behalf the caller acts.
 */
export function functionAction<S extends ActionShape>(spec: {
  readonly input: InputSchema<S['input']>;
  readonly run: (call: Basics<S['input']>) => Promise<S['output']>;
}): Action {
  return { callers: ['function'], input: spec.input, run: spec.run };
}
