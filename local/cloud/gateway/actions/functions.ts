import { type Action, textParam } from '../action';

const invokeFunction: Action = async ({ params, callFunction }) => {
  const name = textParam(params, 'function_name');
  const event = typeof params.request_data === 'string' ? params.request_data : '{}';
  return { data: { response_data: await callFunction(name, event) } };
};

export const functionActions: Record<string, Action> = { 'functions.invokeFunction': invokeFunction };
