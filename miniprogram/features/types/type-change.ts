import type { ApproverRule, FlowStep } from '#contracts/flow';
import type { FormField } from '#contracts/form';
import { rewritten } from '../../common/local-text';
import { figureOf } from './edit-row';
import { addInField, arrangeField, changeField } from './field-change';
import type { Trial } from './flow-words';
import {
  arranged,
  changedApprover,
  changedCondition,
  newCondition,
  newField,
  newStep,
  type Path,
  replaced,
  type TypeDraft,
} from './type.model';

/** The draft after an edit, and the sheet that is open then. */
export interface Edited {
  readonly draft: TypeDraft;
  readonly path: Path;
}

const isVerb = (id: string): id is 'up' | 'down' | 'remove' => ['up', 'down', 'remove'].includes(id);

/** A value of the row `id` in the sheet at `path`, or on the page where no sheet is open. */
export function changeType(draft: TypeDraft, path: Path, id: string, value: string): TypeDraft {
  const [where, index] = path;
  const at = Number(index);
  if (where === 'field')
    return { ...draft, form: replaced(draft.form, at, (f) => changeField(f, path, id, value)) };
  if (where === 'step')
    return inSteps(draft, (steps) => replaced(steps, at, (s) => changeStep(s, path, id, value)));
  if (where === 'cc')
    return inCc(draft, (cc) => replaced(cc, Number(path[2]), (rule) => changedApprover(rule, id, value)));
  if (id === 'name.zh-CN') return { ...draft, name: rewritten(draft.name, 'zh-CN', value) };
  if (id === 'name.en') return { ...draft, name: rewritten(draft.name, 'en', value) };
  if (id === 'enabled') return { ...draft, enabled: value === 'yes' };
  if (id === 'escalate')
    return { ...draft, flow: { ...draft.flow, escalateAfterHours: figureOf(value) ?? 0 } };
  return draft;
}

const inSteps = (
  draft: TypeDraft,
  change: (steps: readonly FlowStep[]) => readonly FlowStep[],
): TypeDraft => ({
  ...draft,
  flow: { ...draft.flow, steps: change(draft.flow.steps) },
});
const inCc = (
  draft: TypeDraft,
  change: (cc: readonly ApproverRule[]) => readonly ApproverRule[],
): TypeDraft => ({
  ...draft,
  flow: { ...draft.flow, cc: change(draft.flow.cc) },
});

function changeStep(step: FlowStep, path: Path, id: string, value: string): FlowStep {
  const [, , inner, index] = path;
  const at = Number(index);
  if (inner === 'approver')
    return { ...step, approvers: replaced(step.approvers, at, (rule) => changedApprover(rule, id, value)) };
  if (inner === 'when')
    return { ...step, when: replaced(step.when, at, (each) => changedCondition(each, id, value)) };
  if (id === 'name.zh-CN') return { ...step, name: rewritten(step.name, 'zh-CN', value) };
  if (id === 'name.en') return { ...step, name: rewritten(step.name, 'en', value) };
  return id === 'mode' ? { ...step, mode: value as 'all' } : step;
}

/** A row that leads on, adds something, moves it or takes it away. */
export function openRow(draft: TypeDraft, path: Path, id: string): Edited {
  if (isVerb(id)) return isPossible(draft, path, id) ? arrange(draft, path, id) : { draft, path };
  if (id.startsWith('add-')) return add(draft, path, id.slice(4));
  return { draft, path: [...path, ...id.split(':')] };
}

/** Whether the entry can be moved within its list, or removed. */
function isPossible(draft: TypeDraft, path: Path, verb: 'up' | 'down' | 'remove'): boolean {
  const at = Number(path[path.length - 1]);
  return verb === 'down' ? at < listAt(draft, path).length - 1 : verb === 'remove' || at > 0;
}

/** The list that holds what the open sheet is about. */
function listAt({ form, flow }: TypeDraft, path: Path): readonly unknown[] {
  const [where, first] = path;
  const inner = path[path.length - 2];
  if (where === 'cc') return flow.cc;
  if (path.length === 2) return where === 'field' ? form : flow.steps;
  const step = flow.steps[Number(first)];
  if (where === 'step') return (inner === 'when' ? step?.when : step?.approvers) ?? [];
  const field = path.length === 4 ? form[Number(first)] : fieldAt(form, path);
  return (inner === 'option' ? field?.options : field?.columns) ?? [];
}

function arrange(draft: TypeDraft, path: Path, verb: 'up' | 'down' | 'remove'): Edited {
  const [where, first, inner] = path;
  const last = Number(path[path.length - 1]);
  const done = (after: TypeDraft): Edited => ({ draft: after, path: pathAfter(path, verb) });
  if (where === 'cc') return done(inCc(draft, (cc) => arranged(cc, last, verb)));
  if (where === 'step') {
    if (inner === undefined) return done(inSteps(draft, (steps) => arranged(steps, last, verb)));
    const list = inner === 'when' ? 'when' : 'approvers';
    const change = (step: FlowStep) => ({ ...step, [list]: arranged<unknown>(step[list], last, verb) });
    return done(inSteps(draft, (steps) => replaced(steps, Number(first), change)));
  }
  const arrangedIn = (field: FormField): FormField => arrangeField(field, path.slice(2), verb);
  const form =
    inner === undefined ? arranged(draft.form, last, verb) : replaced(draft.form, Number(first), arrangedIn);
  return done({ ...draft, form });
}

/** The path after a move or removal: follows a moved entry, closes the sheet of a removed one. */
function pathAfter(path: Path, verb: 'up' | 'down' | 'remove'): Path {
  if (verb === 'remove') return closed(path);
  const at = Number(path[path.length - 1]) + (verb === 'up' ? -1 : 1);
  return [...path.slice(0, -1), String(at)];
}

/** The path of the parent sheet. */
export const closed = (path: Path): Path => path.slice(0, path.length > 1 ? -2 : -1);

function add(draft: TypeDraft, path: Path, what: string): Edited {
  const [where, first] = path;
  const at = Number(first);
  const to = (list: readonly unknown[], name: string): Path => [...path, name, String(list.length)];
  if (what === 'field')
    return {
      draft: { ...draft, form: [...draft.form, newField(draft.form)] },
      path: to(draft.form, 'field'),
    };
  if (what === 'step') {
    const { steps } = draft.flow;
    return { draft: inSteps(draft, (all) => [...all, newStep(all)]), path: to(steps, 'step') };
  }
  if (where === 'cc')
    return {
      draft: inCc(draft, (cc) => [...cc, { by: 'role', role: 'hr' }]),
      path: to(draft.flow.cc, 'approver'),
    };
  if (where === 'step') {
    const step = draft.flow.steps[at];
    const change = (each: FlowStep): FlowStep =>
      what === 'when'
        ? { ...each, when: [...each.when, newCondition] }
        : { ...each, approvers: [...each.approvers, { by: 'role', role: 'hr' }] };
    const list = (what === 'when' ? step?.when : step?.approvers) ?? [];
    return { draft: inSteps(draft, (steps) => replaced(steps, at, change)), path: to(list, what) };
  }
  const field = fieldAt(draft.form, path);
  const list = (what === 'column' ? field?.columns : field?.options) ?? [];
  const form = replaced(draft.form, at, (each) => addInField(each, path.slice(2), what));
  return { draft: { ...draft, form }, path: to(list, what) };
}

/** The field, or the column of a table, whose sheet is open. */
export function fieldAt(form: readonly FormField[], path: Path): FormField | undefined {
  const field = form[Number(path[1])];
  return path[2] === 'column' ? field?.columns?.[Number(path[3])] : field;
}

/** Replaces the rule whose sheet is open. */
export function changeApprover(draft: TypeDraft, path: Path, rule: ApproverRule): TypeDraft {
  const at = Number(path[path.length - 1]);
  if (path[0] === 'cc') return inCc(draft, (cc) => replaced(cc, at, () => rule));
  return inSteps(draft, (steps) =>
    replaced(steps, Number(path[1]), (step) => ({
      ...step,
      approvers: replaced(step.approvers, at, () => rule),
    })),
  );
}

/** A figure that the flow is tried with; money is written in yuan. */
export function changeTrial(trial: Trial, id: string, value: string): Trial {
  const figure = figureOf(value);
  const what = id.slice('trial.'.length) as keyof Trial;
  return { ...trial, [what]: figure !== null && what === 'amount' ? Math.round(figure * 100) : figure };
}
