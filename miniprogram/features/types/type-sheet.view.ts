import type { Words } from '../../locales/words';
import { type EditRow, type EditSheet, NO_SHEET, rows } from './edit-row';
import { choiceRows, fieldRows } from './field.view';
import { approverText } from './flow-words';
import { approverRows, conditionRows, stepRows } from './step.view';
import type { TypeDraft } from './type.model';
import { fieldAt } from './type-change';
import { namesOf, type TypeModel } from './type-editor';

/** The sheet at the model's path. */
export function typeSheet(model: TypeModel, draft: TypeDraft, words: Words): EditSheet {
  const { path } = model;
  if (path.length === 0) return NO_SHEET;
  const { title, rows: found } = contentOf(model, draft, words);
  return { show: true, title, inner: path.length > 2, rows: found };
}

function contentOf(model: TypeModel, draft: TypeDraft, words: Words): { title: string; rows: EditRow[] } {
  const [where, index, inner, deeper] = model.path;
  if (where === 'field') return fieldSheet(model, draft, words);
  const names = namesOf(model);
  if (where === 'cc') {
    const rule = draft.flow.cc[Number(inner)];
    return rule
      ? { title: words.t('approval.cc'), rows: approverRows(rule, names, words) }
      : { title: words.t('approval.cc'), rows: ccRows(model, draft, words) };
  }
  const step = draft.flow.steps[Number(index)];
  if (!step) return { title: '', rows: [] };
  const approver = inner === 'approver' ? step.approvers[Number(deeper)] : undefined;
  if (approver) return { title: words.t('approval.approver'), rows: approverRows(approver, names, words) };
  const condition = inner === 'when' ? step.when[Number(deeper)] : undefined;
  if (condition)
    return { title: words.t('approval.condition'), rows: conditionRows(condition, names, words) };
  return {
    title: words.t('approval.stepTitle', { number: Number(index) + 1 }),
    rows: stepRows(step, names, words),
  };
}

function ccRows(model: TypeModel, draft: TypeDraft, words: Words): EditRow[] {
  const names = namesOf(model);
  return [
    ...draft.flow.cc.map((rule, index) =>
      rows.link(`approver:${index}`, approverText(rule, names, words), words.t('approval.ccOne')),
    ),
    rows.button('add-approver', words.t('approval.addCc')),
  ];
}

function fieldSheet({ about, path }: TypeModel, draft: TypeDraft, words: Words) {
  const field = fieldAt(draft.form, path);
  if (!field) return { title: '', rows: [] };
  const isColumn = path[2] === 'column';
  const top = about?.needed ?? [];
  const needed = isColumn
    ? (top.find(({ id }) => id === draft.form[Number(path[1])]?.id)?.columns ?? [])
    : top;
  if (path[path.length - 2] === 'option')
    return {
      title: words.t('types.option'),
      rows: choiceRows(field, Number(path[path.length - 1]), needed, words),
    };
  const title = words.pick(field.label) || words.t(isColumn ? 'types.column' : 'types.field');
  return { title, rows: fieldRows(field, needed, isColumn, words) };
}
