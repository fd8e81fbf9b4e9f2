import { isNpm } from '../../shared/npm';
import { reportError, reportProblem } from '../problem-log';

type Owner = { is: string } | string | undefined;
type ErrorListener = (error: unknown, method?: string, component?: Owner) => void;
type WarningListener = (message: string, component: Owner) => void;

/** Like WeChat, the framework accepts a property of any type, with a warning. */
const HARMLESS = /^the type of property ".*" is illegal$/;
/**
 * WeChat does not report these: a property may name an observer that its component does not have; a list may be a
 * number, and is often not there yet; a relation may be with a component that no page uses, or with none.
 */
const IGNORED_WARNINGS = [
  /^Cannot find method ".*" for observer of property/,
  /^Use number as for-list/,
  /^The for-list data is neither Array nor Object, got type "(?:undefined|null)"/,
  /^the target of relation ".*" is not a valid behavior or component/,
  /^no relation ".*" found\.$/,
];

/** These warnings mean that something is missing on the screen; after all others it looks as on WeChat. */
const FAULTS = /^(?:Cannot find|Generic ")/;

/** The framework catches errors of pages; they are reported as problems here. */
export function reportFrameworkErrors(
  addErrorListener: (listener: ErrorListener) => void,
  addWarningListener: (listener: WarningListener) => void,
): void {
  addErrorListener((error, _method, component) => {
    const { message = '' } = error as Error;
    if (isIgnored(message)) return;
    if (HARMLESS.test(message)) reportWarning(message, nameOf(component));
    else reportError(error, nameOf(component));
  });
  addWarningListener((message, component) => {
    if (!isIgnored(message)) reportWarning(message, nameOf(component));
  });
}

const isIgnored = (message: string): boolean => IGNORED_WARNINGS.some((each) => each.test(message));

const nameOf = (component: Owner): string =>
  typeof component === 'string' ? component : (component?.is ?? '');

function reportWarning(message: string, place: string): void {
  // Libraries cannot be changed here.
  if (isNpm(place)) return;
  const level = FAULTS.test(message) ? 'fault' : 'hint';
  reportProblem({ kind: 'wxml', level, message: `warning: ${message}`, place });
}
