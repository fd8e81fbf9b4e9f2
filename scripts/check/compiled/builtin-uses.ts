import ts from 'typescript';
import type { MissingBuiltins } from './missing-builtins';

/** Names of missing builtins that a script uses, each once. `typeof` does not count as a use. */
export function builtinUses(script: string, missing: MissingBuiltins): string[] {
  const file = ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const declared = new Set<string>();
  const globals = new Set<string>();
  const members = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      if (isDeclaration(node)) declared.add(node.text);
      else if (missing.globals.has(node.text) && isFree(node)) globals.add(node.text);
    } else if (ts.isPropertyAccessExpression(node)) {
      const written = `${node.expression.getText()}.${node.name.text}`;
      if (missing.statics.has(written)) members.add(written);
      if (missing.methods.has(node.name.text) && isCalled(node)) members.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...[...globals].filter((name) => !declared.has(name)), ...members].sort();
}

/** True for the name of a variable, parameter, function or class. */
function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  const isNamed =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isFunctionExpression(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isClassExpression(parent);
  return isNamed && parent.name === node;
}

/** False for the name of a property, an operand of `typeof`, and `Function` itself, which only must not be called. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (node.text === 'Function') return isRun(node);
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name !== node;
  return !ts.isTypeOfExpression(parent);
}

function isRun(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
}

function isCalled(node: ts.PropertyAccessExpression): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression === node;
}
