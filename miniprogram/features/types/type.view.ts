import { cleanLine } from '../../common/clean-text';
import type { Words } from '../../locales/words';
import { changesView } from './change-view';
import { type EditRow, type EditSection, NO_SHEET, rows } from './edit-row';
import { editorText, editorView, nameSection } from './editor.view';
import { fieldProblem, fieldSummary } from './field.view';
import { askedFigures, flowText, signersText, type Trial, trialText, whenText } from './flow-words';
import { stepProblem } from './step.view';
import type { TypeDraft } from './type.model';
import { typeChangeWords } from './type-change.view';
import { namesOf, type TypeModel } from './type-editor';
import { typeSheet } from './type-sheet.view';

/** The editor of a request type. */
export function typeView(model: TypeModel, words: Words) {
  const { about, draft } = model;
  return {
    ...editorView(model, draft ? problemOf(draft, words) : '', words),
    sections: draft ? sectionsOf(model, draft, words) : [],
    sheet: draft ? typeSheet(model, draft, words) : NO_SHEET,
    changes: changesView(about?.history ?? [], typeChangeWords(namesOf(model), words), words),
    text: {
      ...editorText(words),
      loadFailed: words.t('types.loadFailed'),
      running: words.t('types.running'),
      done: words.t('edit.done'),
      person: words.t('approval.findPerson'),
    },
  };
}

function sectionsOf(model: TypeModel, draft: TypeDraft, words: Words): EditSection[] {
  const names = namesOf(model);
  const t = words.t;
  const { flow } = draft;
  const cc = signersText({ approvers: flow.cc, mode: 'all' }, names, words);
  return [
    nameSection(t('types.name'), draft, words),
    {
      id: 'form',
      title: t('types.form'),
      rows: [
        ...draft.form.map((field, index) =>
          rows.link(
            `field:${index}`,
            words.pick(field.label) || t('edit.nameless'),
            fieldSummary(field, words),
          ),
        ),
        rows.button('add-field', t('types.addField')),
      ],
    },
    {
      id: 'flow',
      title: t('approval.title'),
      rows: [
        ...flow.steps.map((step, index) => stepRow(model, index, step, words)),
        rows.button('add-step', t('approval.addStep')),
        rows.link('cc', t('approval.cc'), flow.cc.length > 0 ? cc : t('approval.noCc')),
        rows.number('escalate', t('approval.escalate'), flow.escalateAfterHours, { unit: t('edit.hours') }),
        rows.note('escalate-note', t('approval.escalateNote')),
      ],
    },
    { id: 'trial', title: t('approval.try'), rows: trialRows(model, draft, words) },
  ];
}

function stepRow(
  model: TypeModel,
  index: number,
  step: TypeDraft['flow']['steps'][number],
  words: Words,
): EditRow {
  const names = namesOf(model);
  const when = whenText(step, names, words);
  const name = words.pick(step.name) || words.t('edit.nameless');
  const label = words.t('approval.step', { number: index + 1, name });
  const who = signersText(step, names, words);
  return rows.link(`step:${index}`, label, when ? words.t('approval.stepWhen', { who, when }) : who);
}

function trialRows(model: TypeModel, draft: TypeDraft, words: Words): EditRow[] {
  const names = namesOf(model);
  const asked = askedFigures(draft.flow);
  const { trial } = model;
  const shown = (what: keyof Trial) =>
    what === 'amount' && trial.amount !== null ? trial.amount / 100 : trial[what];
  const fields = asked.map((what) =>
    rows.number(`trial.${what}`, words.t(`approval.trial.${what}`), shown(what), {
      unit: words.t(`approval.units.${what}`),
      placeholder: words.t('approval.trial.none'),
    }),
  );
  const given = asked.some((what) => trial[what] !== null);
  return [
    rows.note('flow-text', flowText(draft.flow, names, words)),
    ...fields,
    ...(given
      ? [
          rows.note(
            'trial-text',
            words.t('approval.trial.goes', { flow: trialText(draft.flow, trial, names, words) }),
          ),
        ]
      : []),
  ];
}

/** The first thing that is missing, in words; empty if the type can be saved. */
function problemOf(draft: TypeDraft, words: Words): string {
  if (!cleanLine(draft.name['zh-CN'])) return words.t('types.missing.name');
  if (Number.isNaN(draft.flow.escalateAfterHours))
    return words.t('edit.noFigure', { name: words.t('approval.escalate') });
  const inForm = draft.form.map((field) => fieldProblem(field, words)).find(Boolean);
  return inForm || draft.flow.steps.map((step, at) => stepProblem(step, at, words)).find(Boolean) || '';
}
