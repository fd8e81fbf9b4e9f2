import type { FormField } from '#contracts/form';
import { rewritten } from '../../common/local-text';
import { arranged, changedField, newField, newOption, type Path, replaced } from './type.model';

/** One value of a field, of a column of it, or of one of its choices. */
export function changeField(field: FormField, path: Path, id: string, value: string): FormField {
  const [, , inner, index] = path;
  if (inner === 'column')
    return {
      ...field,
      columns: replaced(field.columns ?? [], Number(index), (column) =>
        changeField(column, path.slice(2), id, value),
      ),
    };
  if (inner !== 'option') return changedField(field, id, value);
  return {
    ...field,
    options: replaced(field.options ?? [], Number(index), (option) => ({
      ...option,
      label: rewritten(option.label, id === 'label.en' ? 'en' : 'zh-CN', value),
    })),
  };
}

/** Moves or takes away a column or a choice; what the field itself is in is arranged by the form. */
export function arrangeField(field: FormField, path: Path, verb: 'up' | 'down' | 'remove'): FormField {
  const [inner, index, deeper] = path;
  const at = Number(index);
  if (inner === 'option') return { ...field, options: arranged(field.options ?? [], at, verb) };
  const columns = field.columns ?? [];
  return {
    ...field,
    columns:
      deeper === undefined
        ? arranged(columns, at, verb)
        : replaced(columns, at, (column) => arrangeField(column, path.slice(2), verb)),
  };
}

/** One more column or choice. */
export function addInField(field: FormField, path: Path, what: string): FormField {
  if (path[0] === 'column')
    return {
      ...field,
      columns: replaced(field.columns ?? [], Number(path[1]), (each) =>
        addInField(each, path.slice(2), what),
      ),
    };
  if (what === 'column') {
    const columns = field.columns ?? [];
    return { ...field, columns: [...columns, newField(columns)] };
  }
  return { ...field, options: [...(field.options ?? []), newOption(field)] };
}
