import { serve } from '../shared/kernel/serve';
import { bind } from './actions/bind';
import { createInvite } from './actions/create-invite';
import { me } from './actions/me';
import { setLanguage } from './actions/set-language';
import { unbind } from './actions/unbind';
import { employeeOf } from './data/employee-of';

export const main = serve({ me, bind, setLanguage, createInvite, unbind }, { employeeOf });
