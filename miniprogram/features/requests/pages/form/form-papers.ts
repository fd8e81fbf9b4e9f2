import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { choosePaper, uploadPaper } from '../../../../services/papers';
import { isPdf } from '../../../../utils/is-pdf';
import { newKey } from '../../../../utils/new-key';
import { type FormModel, typeOf } from '../../form.model';
import { filesAt, type Place, withFiles } from '../../uploads.model';

/** What papers need of the form. */
interface FormScreen {
  model(): FormModel;
  update(change: Partial<FormModel>): void;
  setValues(values: FormModel['values']): void;
}

/** Pictures and documents of a form: chosen, uploaded, put into their field, taken out again. */
export function createPapers({ model, update, setValues }: FormScreen) {
  /**
   * The server's copy of what was uploaded. A receipt is claimed as it comes, so that a second claim is found
   * before the form is sent.
   */
  async function kept(fileId: string): Promise<string> {
    const isReceipt = typeOf(model())?.kind === 'expense';
    const { data } = await (isReceipt
      ? cloud.requests.checkReceipt({ fileId })
      : cloud.requests.keepFile({ fileId }));
    return data.fileId;
  }

  /** The place is looked up once the file has come: its line may have moved or gone meanwhile. */
  async function add(place: Place): Promise<void> {
    const paper = await choosePaper(words()).catch((thrown: unknown) => {
      update({ failure: failureOf(thrown) });
      return null;
    });
    if (!paper) return;
    const upload = { ...place, id: newKey(), name: paper.name };
    const findUpload = () => model().uploads.find(({ id }) => id === upload.id);
    update({ uploads: [...model().uploads, upload], failure: null });
    try {
      const fileId = await kept(await uploadPaper(paper));
      if (!isPdf(paper.name)) update({ pictures: { ...model().pictures, [fileId]: paper.path } });
      const found = findUpload();
      const { values } = model();
      if (found) setValues(withFiles(values, found, [...filesAt(values, found), fileId]));
    } catch (thrown) {
      if (findUpload()) update({ failure: failureOf(thrown) });
    } finally {
      update({ uploads: model().uploads.filter(({ id }) => id !== upload.id) });
    }
  }

  function remove(place: Place, file: string): void {
    const { values } = model();
    const left = filesAt(values, place).filter((one) => one !== file);
    setValues(withFiles(values, place, left));
  }

  return { add, remove };
}
