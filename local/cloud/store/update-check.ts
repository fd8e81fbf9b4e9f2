import { CloudError } from '../cloud-error';
import { type Document, type Fields, isFields, type Value } from './document';

/** Operators and the type that the present value must have; a missing field is always valid. */
const REQUIRED: Record<string, { type: string; fits: (value: Value) => boolean }> = {
  $inc: { type: 'number', fits: isNumber },
  $mul: { type: 'number', fits: isNumber },
  $bit: { type: 'number', fits: isNumber },
  $push: { type: 'array', fits: Array.isArray },
  $addToSet: { type: 'array', fits: Array.isArray },
  $pull: { type: 'array', fits: Array.isArray },
  $pullAll: { type: 'array', fits: Array.isArray },
  $pop: { type: 'array', fits: Array.isArray },
};
const OTHERS = ['$set', '$unset', '$min', '$max', '$rename', '$currentDate'];
/** These do nothing where the path does not exist. */
const NEVER_CREATE = new Set(['$unset', '$pull', '$pullAll', '$pop', '$rename']);

/**
 * Refuses what the database refuses and the query library ignores silently: an operator on a value of the wrong
 * type, a path through a scalar or null, a change of `_id`, a field touched twice.
 * @throws CloudError
 */
export function assertUpdatable(document: Document, changes: Fields): void {
  const touched = new Set<string>();
  for (const [operator, operands] of Object.entries(changes)) {
    if (!REQUIRED[operator] && !OTHERS.includes(operator))
      throw new CloudError('DATABASE_INVALID_OPERRATOR', `[FailedOperation] Unknown modifier: ${operator}`);
    if (!isFields(operands)) throw failed(`Modifiers operate on fields but ${operator} has none`);
    for (const [path, operand] of Object.entries(operands)) {
      assertFree(path, touched);
      assertOperand(operator, operand, path, touched);
      assertTarget(document, operator, path);
    }
  }
}

function assertFree(path: string, touched: Set<string>): void {
  const [first = ''] = path.split('.');
  if (first === '_id')
    throw failed("Performing an update on the path '_id' would modify the immutable field");
  if (path.split('.').some((step) => step === '' || step.startsWith('$')))
    throw failed(`The path '${path}' is not allowed`);
  for (const other of touched)
    if (other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))
      throw failed(`Updating the path '${path}' would create a conflict at '${other}'`);
  touched.add(path);
}

function assertOperand(operator: string, operand: Value, path: string, touched: Set<string>): void {
  if ((operator === '$inc' || operator === '$mul') && !isNumber(operand))
    throw failed(`Cannot apply ${operator} to '${path}' with a value that is not a number`);
  if (operator === '$rename') assertNewName(operand, touched);
}

/** The new name is a path too, and comes as a value. */
function assertNewName(name: Value, touched: Set<string>): void {
  if (typeof name !== 'string' || name.split('.').some((step) => step in Object.prototype))
    throw failed('The new name in $rename is not allowed');
  assertFree(name, touched);
}

function assertTarget(document: Document, operator: string, path: string): void {
  const found = target(document, path);
  if (found === BLOCKED) {
    if (NEVER_CREATE.has(operator)) return;
    throw failed(`Cannot create field '${path}': a value on the way is not an object`);
  }
  const required = REQUIRED[operator];
  if (required && found !== undefined && !required.fits(found))
    throw failed(`Cannot apply ${operator} to the field '${path}': it is not of type ${required.type}`);
}

const BLOCKED = Symbol('a scalar or null stands in the way');

function target(document: Document, path: string): Value {
  let value: Value = document;
  for (const step of path.split('.')) {
    if (value === undefined) return undefined;
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(step)) return BLOCKED;
      value = value[Number(step)];
    } else if (isFields(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return BLOCKED;
  }
  return value;
}

function isNumber(value: Value): boolean {
  return typeof value === 'number';
}

function failed(why: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation.Update] ${why}.`);
}
