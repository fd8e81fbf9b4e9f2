import regex from '@jsep-plugin/regex';
import jsep from 'jsep';

/** The variables of a rule: `auth` is the caller, `resource` is the file. */
export interface RuleSubject {
  readonly auth: { readonly openid: string };
  /** `openid` is empty for a file that no person uploaded, so that it equals no caller's. */
  readonly resource: { readonly openid: string; readonly path: string };
}

type Evaluate = (subject: RuleSubject) => unknown;

/** Names a person of the Mini Program has; `uid` is of other clients and always absent here. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  auth: ['openid', 'uid', 'loginType'],
  resource: ['openid', 'path'],
};

const COMPARISONS: Readonly<Record<string, (a: never, b: never) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

jsep.plugins.register(regex);

/**
 * Compiles one expression of a storage rule. The language is what the platform documents: `auth` and `resource`,
 * comparisons, `&&`, `||`, and `/…/.test(…)`, whose result has to be compared with `true` or `false`.
 * @throws Error naming what the platform does not document
 */
export function compileExpression(text: string): Evaluate {
  return compile(jsep(text));
}

function compile(node: jsep.Expression): Evaluate {
  switch (node.type) {
    case 'BinaryExpression':
      return compileBinary(node as jsep.BinaryExpression);
    case 'Literal': {
      const { value } = node as jsep.Literal;
      if ((value as unknown) instanceof RegExp) throw unsupported('a regular expression without .test()');
      return () => value;
    }
    case 'Identifier': {
      const { name } = node as jsep.Identifier;
      if (name !== 'auth' && name !== 'resource') throw unsupported(name);
      return (subject) => subject[name];
    }
    case 'MemberExpression':
      return compileMember(node as jsep.MemberExpression);
    case 'CallExpression':
      throw unsupported('.test() that is not compared with true or false');
    default:
      throw unsupported(node.type);
  }
}

function compileBinary({ operator, left, right }: jsep.BinaryExpression): Evaluate {
  if (operator === '&&' || operator === '||') {
    const [a, b] = [compile(left), compile(right)];
    const isAnd = operator === '&&';
    return (subject) => (isAnd ? a(subject) === true && b(subject) === true : isEither(subject, a, b));
  }
  const holds = COMPARISONS[operator];
  if (!holds) throw unsupported(`the operator ${operator}`);
  const isTest = left.type === 'CallExpression' && typeof (right as jsep.Literal).value === 'boolean';
  const [a, b] = [isTest ? compileTest(left as jsep.CallExpression) : compile(left), compile(right)];
  return (subject) => holds(a(subject) as never, b(subject) as never);
}

const isEither = (subject: RuleSubject, a: Evaluate, b: Evaluate): boolean =>
  a(subject) === true || b(subject) === true;

function compileMember({ computed, object, property }: jsep.MemberExpression): Evaluate {
  const [owner, name] = [(object as jsep.Identifier).name, (property as jsep.Identifier).name];
  if (computed || !FIELDS[owner]?.includes(name)) throw unsupported(`${owner}.${name}`);
  // An absent value is null, as in the platform's `auth != null`.
  return (subject) => (subject as unknown as Record<string, Record<string, unknown>>)[owner]?.[name] ?? null;
}

function compileTest({ callee, arguments: given }: jsep.CallExpression): Evaluate {
  const { object, property } = callee as jsep.MemberExpression;
  const expression: unknown = (object as jsep.Literal | undefined)?.value;
  const [argument] = given;
  const isTest = (property as jsep.Identifier | undefined)?.name === 'test' && expression instanceof RegExp;
  if (!isTest || !argument || given.length !== 1) throw unsupported('a call that is not /…/.test(value)');
  const value = compile(argument);
  return (subject) => new RegExp(expression).test(String(value(subject)));
}

const unsupported = (what: string): Error => new Error(`the storage rule uses ${what}`);
