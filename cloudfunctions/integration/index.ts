import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { removeOver } from '../shared/retention/remove-over';
import { createClient } from './actions/create-client';
import { endKey } from './actions/end-key';
import { listClients } from './actions/list-clients';
import { rotateKey } from './actions/rotate-key';
import { setScope } from './actions/set-scope';
import { RETAINED_REQUESTS } from './data/kept-requests';
import { httpAnswerOf } from './domain/http-answer';
import { answerValues } from './services/answer-values';

export const main = serve(
  { createClient, listClients, rotateKey, endKey, setScope },
  { employeeOf },
  {
    http: { handle: answerValues, answerOf: httpAnswerOf },
    jobs: [removeOver([RETAINED_REQUESTS])],
  },
);
