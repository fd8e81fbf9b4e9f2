import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { type FormModel, isForeseeable, ruleValues, type TypeBrief, typeOf } from '../../form.model';

/** Debounce, ms. */
const PAUSE = 400;

interface FormScreen {
  model(): FormModel;
  update(change: Partial<FormModel>): void;
  /** Resolves when the message templates are known: nothing can be sent before the tap can ask for messages. */
  prepared(): Promise<void>;
}

/** Changes the values of a form and asks the server what sending them would do. */
export function createPreview({ model, update, prepared }: FormScreen) {
  /** What the last preview was asked about; an answer to older values is dropped. */
  let asked = '';
  let timer = 0;

  async function ask(): Promise<void> {
    const about = asked;
    const { typeId, values } = model();
    try {
      const [{ data }] = await Promise.all([cloud.requests.preview({ typeId, values }), prepared()]);
      if (about === asked) update({ preview: data, previewing: false });
    } catch (thrown) {
      if (about === asked) update({ preview: null, failure: failureOf(thrown), previewing: false });
    }
  }

  /** The old preview stays visible until the new one has loaded. */
  function setValues(values: FormModel['values'], more: Partial<FormModel> = {}): void {
    update({ values, failure: null, attempted: false, ...more });
    const type = typeOf(model());
    const asks = type ? ruleValues(type, values) : '';
    const known = model().preview !== null || model().previewing;
    if (known && asks === asked) return;
    clearTimeout(timer);
    asked = asks;
    if (!isForeseeable(model())) {
      update({ preview: null, previewing: false });
      return;
    }
    timer = setTimeout(() => void ask(), model().preview ? PAUSE : 0);
    update({ previewing: true });
  }

  /** With what the server has said of these values already; without it, it is asked. */
  async function begin(
    type: TypeBrief,
    values: FormModel['values'],
    again: FormModel['again'],
  ): Promise<void> {
    const { values: told = {}, preview = null } = model().start?.first ?? {};
    const isTold = preview !== null && ruleValues(type, values) === ruleValues(type, told);
    if (again || !isTold || !isForeseeable({ ...model(), values })) return setValues(values, { again });
    asked = ruleValues(type, values);
    update({ values, previewing: true });
    await prepared();
    // What was changed meanwhile has been asked about by itself.
    if (asked === ruleValues(type, values)) update({ preview, previewing: false });
  }

  return { begin, setValues, stop: () => clearTimeout(timer) };
}
