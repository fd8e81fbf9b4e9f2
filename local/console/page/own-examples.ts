import type { RunAs } from '../shared/console-api';

/** An event that the person kept in this browser. */
export interface OwnExample {
  readonly name: string;
  readonly event: string;
  readonly as: RunAs;
  readonly who: string;
}

const keyOf = (functionName: string): string => `console.examples.${functionName}`;

export function ownExamples(functionName: string): OwnExample[] {
  return JSON.parse(localStorage.getItem(keyOf(functionName)) ?? '[]') as OwnExample[];
}

/** One of the same name is replaced. */
export function keepExample(functionName: string, example: OwnExample): void {
  const others = ownExamples(functionName).filter(({ name }) => name !== example.name);
  localStorage.setItem(keyOf(functionName), JSON.stringify([...others, example]));
}

export function removeExample(functionName: string, name: string): void {
  const others = ownExamples(functionName).filter((one) => one.name !== name);
  localStorage.setItem(keyOf(functionName), JSON.stringify(others));
}
